using TorchSharp.Kernels.Elements;

namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    internal static Tensor Negate(Tensor x)
    {
        if (x.dtype == ScalarType.Bool)
        {
            throw TorchError.Of(
                "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
                + "`logical_not()` operator instead.");
        }
        var y = UnaryKernel.Run<Negative>(x);
        if (GradMode.Records(x)) new NegBackward(x).Attach(y);
        return y;
    }

    internal static Tensor Abs(Tensor x)
    {
        var y = UnaryKernel.Run<Magnitude>(x);
        if (GradMode.Records(x)) new AbsBackward(x).Attach(y);
        return y;
    }

    /// <summary>−1, 0 or 1</summary>
    internal static Tensor Sign(Tensor x)
    {
        var y = UnaryKernel.Run<SignOf>(x);
        if (GradMode.Records(x)) new MulScalarBackward(x, 0).Attach(y);
        return y;
    }

    /// <summary>max(x, 0)</summary>
    internal static Tensor Relu(Tensor x)
    {
        var y = Dtype.IsFloat(x.dtype)
            ? RealKernel.Unary<Rectifier<float>, Rectifier<double>>(x)
            : Compute<Larger>(x, 0);
        if (GradMode.Records(x)) new ReluBackward(x, y).Attach(y);
        return y;
    }

    internal static Tensor Square(Tensor x) => Multiply(x, x);

    internal static Tensor Exp(Tensor x) => Real(x, static x =>
    {
        var y = RealKernel.Unary<Exponential<float>, Exponential<double>>(x);
        if (GradMode.Records(x)) new ExpBackward(x, y).Attach(y);
        return y;
    });

    internal static Tensor Log(Tensor x) => Real(x, static x =>
    {
        var y = RealKernel.Unary<Logarithm<float>, Logarithm<double>>(x);
        if (GradMode.Records(x)) new LogBackward(x).Attach(y);
        return y;
    });

    internal static Tensor Sqrt(Tensor x) => Real(x, static x =>
    {
        var y = RealKernel.Unary<SquareRoot<float>, SquareRoot<double>>(x);
        if (GradMode.Records(x)) new SqrtBackward(x, y).Attach(y);
        return y;
    });

    internal static Tensor Tanh(Tensor x) => Real(x, static x =>
    {
        var y = RealKernel.Unary<HyperbolicTangent<float>, HyperbolicTangent<double>>(x);
        if (GradMode.Records(x)) new TanhBackward(x, y).Attach(y);
        return y;
    });

    /// <summary>1 / (1 + e⁻ˣ)</summary>
    internal static Tensor Sigmoid(Tensor x) => Real(x, static x =>
    {
        var y = RealKernel.Unary<Logistic<float>, Logistic<double>>(x);
        if (GradMode.Records(x)) new SigmoidBackward(x, y).Attach(y);
        return y;
    });

    /// <summary>Integers and booleans become real first.</summary>
    private static Tensor Real(Tensor x, Func<Tensor, Tensor> operation)
    {
        if (Dtype.IsFloat(x.dtype)) return operation(x);
        using var real = Converted(x, Promotion.Real(x.dtype));
        return operation(real);
    }

    private sealed class NegBackward(Tensor x) : GradientNode(x)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = Negate(outputs[0]!);
    }

    private sealed class AbsBackward : GradientNode
    {
        internal AbsBackward(Tensor x) : base(x) => Save(x);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var sign = Sign(Saved(0));
            inputs[0] = outputs[0]!.mul(sign);
        }
    }

    private sealed class ReluBackward : GradientNode
    {
        internal ReluBackward(Tensor x, Tensor y) : base(x) => Save(y);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (!GradMode.Enabled)
            {
                inputs[0] = RealKernel.Binary<RectifierGradient<float>, RectifierGradient<double>>(outputs[0]!, Saved(0));
                return;
            }
            using var positive = Sign(Saved(0));
            inputs[0] = outputs[0]!.mul(positive);
        }
    }

    /// <summary>∂eˣ = g·y</summary>
    private sealed class ExpBackward : GradientNode
    {
        internal ExpBackward(Tensor x, Tensor y) : base(x) => Save(y);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = outputs[0]!.mul(Saved(0));
    }

    /// <summary>∂ln x = g/x</summary>
    private sealed class LogBackward : GradientNode
    {
        internal LogBackward(Tensor x) : base(x) => Save(x);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = outputs[0]!.div(Saved(0));
    }

    /// <summary>∂√x = g/(2y)</summary>
    private sealed class SqrtBackward : GradientNode
    {
        internal SqrtBackward(Tensor x, Tensor y) : base(x) => Save(y);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var twice = Multiply(Saved(0), 2);
            inputs[0] = outputs[0]!.div(twice);
        }
    }

    /// <summary>∂tanh x = g·(1 − y²)</summary>
    private sealed class TanhBackward : GradientNode
    {
        internal TanhBackward(Tensor x, Tensor y) : base(x) => Save(y);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var y = Saved(0);
            if (!GradMode.Enabled)
            {
                inputs[0] = RealKernel.Binary<HyperbolicTangentGradient<float>, HyperbolicTangentGradient<double>>(outputs[0]!, y);
                return;
            }
            using var square = Multiply(y, y);
            using var slope = SubtractFrom(1, square);
            inputs[0] = outputs[0]!.mul(slope);
        }
    }

    /// <summary>∂σ(x) = g·y·(1 − y)</summary>
    private sealed class SigmoidBackward : GradientNode
    {
        internal SigmoidBackward(Tensor x, Tensor y) : base(x) => Save(y);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var y = Saved(0);
            if (!GradMode.Enabled)
            {
                inputs[0] = RealKernel.Binary<LogisticGradient<float>, LogisticGradient<double>>(outputs[0]!, y);
                return;
            }
            using var rest = SubtractFrom(1, y);
            using var slope = Multiply(y, rest);
            inputs[0] = outputs[0]!.mul(slope);
        }
    }
}
