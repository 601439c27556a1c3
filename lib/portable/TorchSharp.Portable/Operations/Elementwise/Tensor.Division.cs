namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quotient is rounded.</summary>
    public enum RoundingMode
    {
        None = 0,
        trunc = 1,
        floor = 2,
    }

    public partial class Tensor
    {
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Modulus.Quotient(this, target, rounding_mode);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode == RoundingMode.None) return Pointwise.Divide(this, target);
            using var number = AsTensor(target);
            return Modulus.Quotient(this, number, rounding_mode);
        }

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Pointwise.InPlace<Quotient>(this, target, Pointwise.Divide)
            : Changed(x => x.div(target, rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Pointwise.InPlace<Quotient>(this, target, Pointwise.Divide)
            : Changed(x => x.div(target, rounding_mode));

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);

        public Tensor floor_divide(Scalar other) => div(other, RoundingMode.floor);

        /// <summary>What division leaves, with the sign of the divisor.</summary>
        public Tensor remainder(Tensor target) => Modulus.Remainder(this, target);

        public Tensor remainder(Scalar scalar) => Modulus.Remainder(this, scalar);

        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        public static Tensor operator %(Tensor left, int right) => Modulus.Remainder(left, right);

        public static Tensor operator %(Tensor left, long right) => Modulus.Remainder(left, right);

        public static Tensor operator %(Tensor left, float right) => Modulus.Remainder(left, right);

        public static Tensor operator %(Tensor left, double right) => Modulus.Remainder(left, right);

        /// <summary>A number as a tensor without dimensions, of the type in which it meets this tensor.</summary>
        private Tensor AsTensor(Number number)
        {
            using (EngineWork.Begin()) return Filling.Full(Layout.Scalar, number, Promotion.Common(this, number));
        }
    }
}
