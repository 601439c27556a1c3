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
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Pointwise.Divide(this, target);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Pointwise.Divide(this, target);
    }
}
