namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor neg() => Pointwise.Negate(this);

        public Tensor negative() => Pointwise.Negate(this);

        public Tensor positive() => alias();

        public Tensor abs() => Pointwise.Abs(this);

        public Tensor absolute() => Pointwise.Abs(this);

        public Tensor sign() => Pointwise.Sign(this);

        public Tensor square() => Pointwise.Square(this);

        public Tensor reciprocal() => Pointwise.DivideBy(1, this);

        public Tensor exp() => Pointwise.Exp(this);

        public Tensor log() => Pointwise.Log(this);

        public Tensor sqrt() => Pointwise.Sqrt(this);

        public Tensor rsqrt() => Pointwise.Power(this, -0.5);

        public Tensor tanh() => Pointwise.Tanh(this);

        public Tensor sigmoid() => Pointwise.Sigmoid(this);

        public Tensor sin() => Pointwise.Sin(this);

        public Tensor cos() => Pointwise.Cos(this);

        public Tensor relu() => Pointwise.Relu(this);

        public Tensor floor() => Pointwise.Floor(this);

        public Tensor ceil() => Pointwise.Ceil(this);

        public Tensor trunc() => Pointwise.Trunc(this);

        public Tensor round(long decimals = 0) => Pointwise.Round(this, decimals);

        public Tensor pow(Tensor exponent) => Pointwise.Power(this, exponent);

        public Tensor pow(Scalar exponent) => Pointwise.Power(this, exponent);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Selecting.Clamp(this, min?.Number, max?.Number);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_min(Scalar min) => clamp(min);

        public Tensor clamp_max(Scalar max) => clamp(null, max);

        public Tensor maximum(Tensor other) => Pointwise.Maximum(this, other);

        public Tensor minimum(Tensor other) => Pointwise.Minimum(this, other);

        public Tensor max(Tensor other) => Pointwise.Maximum(this, other);

        public Tensor min(Tensor other) => Pointwise.Minimum(this, other);

        /// <summary>This where the condition holds, <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Selecting.Where(condition, this, y);

        public Tensor masked_fill(Tensor mask, Scalar value) => Selecting.MaskedFill(this, mask, value);

        /// <summary>this + weight · (end − this)</summary>
        public Tensor lerp(Tensor end, Tensor weight)
        {
            using var difference = Hidden(end, this, Pointwise.Subtract);
            using var step = Hidden(weight, difference, Pointwise.Multiply);
            return Pointwise.Add(this, step);
        }

        /// <summary>this + value · tensor1 · tensor2</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var product = Hidden(tensor1, tensor2, Pointwise.Multiply);
            return Pointwise.Add(this, product, value);
        }

        /// <summary>this + value · tensor1 / tensor2</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var quotient = Hidden(tensor1, tensor2, Pointwise.Divide);
            return Pointwise.Add(this, quotient, value);
        }

        public Tensor isnan() => Comparison.Of<IsUnequal>(this, this);

        public Tensor isinf() => Finite(static magnitude => Comparison.Of<IsEqual>(magnitude, double.PositiveInfinity));

        public Tensor isfinite() => Finite(static magnitude => Comparison.Of<IsLess>(magnitude, double.PositiveInfinity));

        public Tensor bitwise_and(Tensor other) => Bitwise.And(this, other);

        public Tensor bitwise_or(Tensor other) => Bitwise.Or(this, other);

        public Tensor bitwise_xor(Tensor other) => Bitwise.Xor(this, other);

        public Tensor bitwise_not() => Bitwise.Not(this);

        public static Tensor operator &(Tensor left, Tensor right) => Bitwise.And(left, right);

        public static Tensor operator |(Tensor left, Tensor right) => Bitwise.Or(left, right);

        public static Tensor operator ^(Tensor left, Tensor right) => Bitwise.Xor(left, right);

        public static Tensor operator ~(Tensor left) => Bitwise.Not(left);

        /// <summary>A step inside an operation: in the graph, but the engine's own.</summary>
        private static Tensor Hidden(Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> operation)
        {
            using (EngineWork.Begin()) return operation(a, b);
        }

        private Tensor Finite(Func<Tensor, Tensor> question)
        {
            Tensor magnitude;
            using (EngineWork.Begin())
            using (GradMode.Set(false)) magnitude = abs();
            using (magnitude) return question(magnitude);
        }
    }
}
