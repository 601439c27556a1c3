using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    /// <summary>a + b</summary>
    internal static Tensor Add(Tensor a, Tensor b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var sum = a.dtype == ScalarType.Bool ? Compute<Larger>(a, b) : Compute<Sum>(a, b);
        if (GradMode.Records(a, b)) new AddBackward(a, b, 1).Attach(sum);
        return sum;
    });

    /// <summary>a + alpha · b</summary>
    internal static Tensor Add(Tensor a, Tensor b, Number alpha)
    {
        if (alpha.Real == 1) return Add(a, b);
        using var scaled = Scaled(b, alpha);
        return Add(a, scaled);
    }

    /// <summary>a + number</summary>
    [OverloadResolutionPriority(1)]
    internal static Tensor Add(Tensor a, Number b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var sum = a.dtype == ScalarType.Bool ? Compute<Larger>(a, b) : Compute<Sum>(a, b);
        if (GradMode.Records(a)) new AddScalarBackward(a, 1).Attach(sum);
        return sum;
    });

    /// <summary>a − b</summary>
    internal static Tensor Subtract(Tensor a, Tensor b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        if (a.dtype == ScalarType.Bool) throw NoBoolDifference();
        var difference = Compute<Difference>(a, b);
        if (GradMode.Records(a, b)) new SubBackward(a, b).Attach(difference);
        return difference;
    });

    /// <summary>a − number</summary>
    [OverloadResolutionPriority(1)]
    internal static Tensor Subtract(Tensor a, Number b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        if (a.dtype == ScalarType.Bool) throw NoBoolDifference();
        var difference = Compute<Difference>(a, b);
        if (GradMode.Records(a)) new AddScalarBackward(a, 1).Attach(difference);
        return difference;
    });

    /// <summary>number − b</summary>
    internal static Tensor SubtractFrom(Number a, Tensor b) => In(Promotion.Common(b, a), b, a, static (b, a) =>
    {
        if (b.dtype == ScalarType.Bool) throw NoBoolDifference();
        var difference = Compute<Difference>(b, a, swap: true);
        if (GradMode.Records(b)) new AddScalarBackward(b, -1).Attach(difference);
        return difference;
    });

    private static Tensor Scaled(Tensor a, Number factor)
    {
        using (EngineWork.Begin()) return Multiply(a, factor);
    }

    private static ExternalException NoBoolDifference() => TorchError.Of(
        "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.");

    /// <summary>∂(a + s·b): the gradient itself for a, s times it for b.</summary>
    private class AddBackward(Tensor a, Tensor b, int sign) : GradientNode(a, b)
    {
        private readonly Layout _a = a.Layout;
        private readonly Layout _b = b.Layout;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var g = outputs[0]!;
            if (Needs(0)) inputs[0] = Broadcasting.SumTo(g, _a);
            if (!Needs(1)) return;
            inputs[1] = Broadcasting.SumTo(g, _b);
            if (sign > 0) return;
            using var sum = inputs[1]!;
            inputs[1] = sum.neg();
        }
    }

    private sealed class SubBackward(Tensor a, Tensor b) : AddBackward(a, b, -1);

    private sealed class AddScalarBackward(Tensor a, int sign) : GradientNode(a)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) =>
            inputs[0] = sign > 0 ? outputs[0] : outputs[0]!.neg();
    }
}
