using System.Numerics;

namespace TorchSharp.Operations;

internal static partial class Pointwise
{
    internal static Tensor Sin(Tensor x) => Real(x, static x =>
    {
        var y = Each(x, static angle => SinCos(angle).Sin);
        if (GradMode.Records(x)) new SinBackward(x).Attach(y);
        return y;
    });

    internal static Tensor Cos(Tensor x) => Real(x, static x =>
    {
        var y = Each(x, static angle => SinCos(angle).Cos);
        if (GradMode.Records(x)) new CosBackward(x).Attach(y);
        return y;
    });

    /// <summary>Takes whole turns off the angle, in two steps so that the rest keeps its digits.</summary>
    private static (double Sin, double Cos) SinCos(double angle)
    {
        const double turn = 6.283185307179586;
        const double turnRest = 2.4492935982947064e-16;
        if (!double.IsFinite(angle)) return (double.NaN, double.NaN);
        var turns = Math.Floor(angle / turn);
        return PreciseMath.SinCos(Math.FusedMultiplyAdd(-turns, turnRest, Math.FusedMultiplyAdd(-turns, turn, angle)));
    }

    /// <summary>A function worked out in double precision, number by number.</summary>
    private static Tensor Each(Tensor x, Func<double, double> function)
    {
        var y = Tensor.New(x.Layout, x.dtype);
        using var dense = Packed.Of(x);
        if (x.dtype == ScalarType.Float32) Run<float>(dense, y, function);
        else Run<double>(dense, y, function);
        return y;

        static void Run<T>(Tensor x, Tensor y, Func<double, double> function) where T : unmanaged, INumber<T>
        {
            ReadOnlySpan<T> from = x.Elements<T>();
            var to = y.Elements<T>();
            for (var i = 0; i < to.Length; i++) to[i] = T.CreateTruncating(function(double.CreateTruncating(from[i])));
        }
    }

    private sealed class SinBackward : GradientNode
    {
        internal SinBackward(Tensor x) : base(x) => Save(x);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var slope = Cos(Saved(0));
            inputs[0] = outputs[0]!.mul(slope);
        }
    }

    private sealed class CosBackward : GradientNode
    {
        internal CosBackward(Tensor x) : base(x) => Save(x);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var sine = Sin(Saved(0));
            using var product = outputs[0]!.mul(sine);
            inputs[0] = product.neg();
        }
    }
}
