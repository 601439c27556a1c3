namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    internal static Tensor Maximum(Tensor a, Tensor b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var y = Compute<Larger>(a, b);
        if (GradMode.Records(a, b)) new MaximumBackward(a, b).Attach(y);
        return y;
    });

    internal static Tensor Minimum(Tensor a, Tensor b) => In(Promotion.Common(a, b), a, b, static (a, b) =>
    {
        var y = Compute<Smaller>(a, b);
        if (GradMode.Records(a, b)) new MinimumBackward(a, b).Attach(y);
        return y;
    });

    /// <summary>The gradient goes to the operand that won; equal operands share it.</summary>
    private abstract class ExtremeBackward : GradientNode
    {
        private readonly Layout _a;
        private readonly Layout _b;

        protected ExtremeBackward(Tensor a, Tensor b) : base(a, b)
        {
            _a = a.Layout;
            _b = b.Layout;
            Save(a, b);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var (a, b) = (Saved(0), Saved(1));
            using var equal = a.eq(b);
            using var half = Divide(outputs[0]!, 2);
            using var shared = Selecting.Where(equal, half, outputs[0]!);
            if (Needs(0)) inputs[0] = Part(shared, Loses(a, b), _a);
            if (Needs(1)) inputs[1] = Part(shared, Loses(b, a), _b);
        }

        /// <summary>Where <paramref name="one"/> is not the result.</summary>
        protected abstract Tensor Loses(Tensor one, Tensor other);

        private static Tensor Part(Tensor gradient, Tensor loses, Layout sizes)
        {
            using (loses)
            {
                using var full = Selecting.MaskedFill(gradient, loses, 0);
                return Broadcasting.SumTo(full, sizes);
            }
        }
    }

    private sealed class MaximumBackward(Tensor a, Tensor b) : ExtremeBackward(a, b)
    {
        protected override Tensor Loses(Tensor one, Tensor other) => one.lt(other);
    }

    private sealed class MinimumBackward(Tensor a, Tensor b) : ExtremeBackward(a, b)
    {
        protected override Tensor Loses(Tensor one, Tensor other) => one.gt(other);
    }
}
