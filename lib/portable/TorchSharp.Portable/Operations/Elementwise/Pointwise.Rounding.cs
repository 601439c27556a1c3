namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    internal static Tensor Floor(Tensor x) => Step<RoundDown>(x);

    internal static Tensor Ceil(Tensor x) => Step<RoundUp>(x);

    internal static Tensor Trunc(Tensor x) => Step<RoundToZero>(x);

    /// <summary>To the nearest multiple of 10 to the power −<paramref name="decimals"/>, halves to even.</summary>
    internal static Tensor Round(Tensor x, long decimals)
    {
        if (decimals == 0) return Step<RoundToEven>(x);
        var scale = 1.0;
        for (var i = 0; i < Math.Abs(decimals); i++) scale *= 10;
        Tensor rounded;
        using (EngineWork.Begin())
        {
            using var scaled = decimals > 0 ? Multiply(x, scale) : Divide(x, scale);
            rounded = Step<RoundToEven>(scaled);
        }
        using (rounded) return decimals > 0 ? Divide(rounded, scale) : Multiply(rounded, scale);
    }

    /// <summary>A function with steps: its slope is 0 wherever it has one.</summary>
    private static Tensor Step<TOp>(Tensor x) where TOp : struct, IUnaryOp
    {
        var y = UnaryKernel.Run<TOp>(x);
        if (GradMode.Records(x)) new MulScalarBackward(x, 0).Attach(y);
        return y;
    }
}
