using System.Runtime.CompilerServices;

namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    /// <summary>a · b</summary>
    internal static Tensor Multiply(Tensor a, Tensor b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var product = a.dtype == ScalarType.Bool ? Compute<Smaller>(a, b) : Compute<Product>(a, b);
        if (GradMode.Records(a, b)) new MulBackward(a, b).Attach(product);
        return product;
    });

    /// <summary>a · number</summary>
    [OverloadResolutionPriority(1)]
    internal static Tensor Multiply(Tensor a, Number b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var product = a.dtype == ScalarType.Bool ? Compute<Smaller>(a, b) : Compute<Product>(a, b);
        if (GradMode.Records(a)) new MulScalarBackward(a, b).Attach(product);
        return product;
    });

    /// <summary>a / b, real even for integers</summary>
    internal static Tensor Divide(Tensor a, Tensor b) => In(Promotion.Real(Promotion.Common(a, b)), a, b, static (a, b) =>
    {
        var quotient = Compute<Quotient>(a, b);
        if (GradMode.Records(a, b)) new DivBackward(a, b).Attach(quotient);
        return quotient;
    });

    /// <summary>a / number, real even for integers</summary>
    [OverloadResolutionPriority(1)]
    internal static Tensor Divide(Tensor a, Number b) => In(Promotion.Real(Promotion.Common(a, b)), a, b, static (a, b) =>
    {
        var quotient = Compute<Quotient>(a, b);
        if (GradMode.Records(a)) new DivScalarBackward(a, b).Attach(quotient);
        return quotient;
    });

    /// <summary>number / b</summary>
    internal static Tensor DivideBy(Number a, Tensor b) => In(Promotion.Real(Promotion.Common(b, a)), b, a, static (b, a) =>
    {
        var quotient = Compute<Quotient>(b, a, swap: true);
        if (GradMode.Records(b)) new ReciprocalBackward(b, quotient).Attach(quotient);
        return quotient;
    });

    /// <summary>∂(a·b) = g·b for a, g·a for b</summary>
    private sealed class MulBackward : GradientNode
    {
        private readonly Layout _a;
        private readonly Layout _b;

        internal MulBackward(Tensor a, Tensor b) : base(a, b)
        {
            _a = a.Layout;
            _b = b.Layout;
            Save(b.requires_grad ? a : null, a.requires_grad ? b : null);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var g = outputs[0]!;
            if (Needs(0))
            {
                using var full = g.mul(Saved(1));
                inputs[0] = Broadcasting.SumTo(full, _a);
            }
            if (Needs(1))
            {
                using var full = g.mul(Saved(0));
                inputs[1] = Broadcasting.SumTo(full, _b);
            }
        }
    }

    private sealed class MulScalarBackward(Tensor a, Number factor) : GradientNode(a)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) =>
            inputs[0] = Multiply(outputs[0]!, factor);
    }

    private sealed class DivScalarBackward(Tensor a, Number divisor) : GradientNode(a)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) =>
            inputs[0] = Divide(outputs[0]!, divisor);
    }

    /// <summary>∂(a/b) = g/b for a, −g·a/b² for b</summary>
    private sealed class DivBackward : GradientNode
    {
        private readonly Layout _a;
        private readonly Layout _b;

        internal DivBackward(Tensor a, Tensor b) : base(a, b)
        {
            _a = a.Layout;
            _b = b.Layout;
            Save(b.requires_grad ? a : null, b);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var g = outputs[0]!;
            var b = Saved(1);
            using var overB = g.div(b);
            if (Needs(0)) inputs[0] = Broadcasting.SumTo(overB, _a);
            if (!Needs(1)) return;
            using var quotient = Saved(0).div(b);
            using var product = overB.mul(quotient);
            using var full = product.neg();
            inputs[1] = Broadcasting.SumTo(full, _b);
        }
    }

    /// <summary>∂(s/a) = −g·(s/a)/a</summary>
    private sealed class ReciprocalBackward : GradientNode
    {
        internal ReciprocalBackward(Tensor a, Tensor quotient) : base(a) => Save(a, quotient);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var slope = Saved(1).div(Saved(0));
            using var product = outputs[0]!.mul(slope);
            inputs[0] = product.neg();
        }
    }
}
