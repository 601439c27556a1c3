using System.Numerics;

namespace TorchSharp;

/// <summary>A function of one number with its derivative.</summary>
internal interface IScalarFunction
{
    double Value(double x);

    double Slope(double x);
}

/// <summary>
/// Applies a function number by number, in double precision. For activations that the course's models use rarely; the common ones have
/// vectorised operations of their own.
/// </summary>
internal static class ScalarFunction
{
    internal static Tensor Apply<TFunction>(Tensor x, TFunction function) where TFunction : struct, IScalarFunction
    {
        if (!Dtype.IsFloat(x.dtype)) throw TorchError.Unsupported(typeof(TFunction).Name.ToLowerInvariant(), x.dtype);
        var y = Tensor.New(x.Layout, x.dtype);
        using (EngineWork.Begin())
        {
            using var dense = x.Dense();
            if (x.dtype == ScalarType.Float64) Values<TFunction, double>(function, dense.Elements<double>(), y.Elements<double>());
            else Values<TFunction, float>(function, dense.Elements<float>(), y.Elements<float>());
        }
        if (GradMode.Records(x)) new ScalarFunctionBackward<TFunction>(x, function).Attach(y);
        return y;
    }

    private static void Values<TFunction, T>(TFunction function, ReadOnlySpan<T> x, Span<T> y)
        where TFunction : struct, IScalarFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++) y[i] = T.CreateTruncating(function.Value(double.CreateTruncating(x[i])));
    }

    private sealed class ScalarFunctionBackward<TFunction> : GradientNode where TFunction : struct, IScalarFunction
    {
        private readonly TFunction _function;

        internal ScalarFunctionBackward(Tensor x, TFunction function) : base(x)
        {
            _function = function;
            Save(x);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice(typeof(TFunction).Name.ToLowerInvariant());
            using var x = Saved(0).Dense();
            using var dy = outputs[0]!.Dense();
            var dx = inputs[0] = Tensor.New(x.Layout, x.dtype);
            if (x.dtype == ScalarType.Float64) Slopes<double>(x.Elements<double>(), dy.Elements<double>(), dx.Elements<double>());
            else Slopes<float>(x.Elements<float>(), dy.Elements<float>(), dx.Elements<float>());
        }

        private void Slopes<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dx) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (var i = 0; i < x.Length; i++) dx[i] = dy[i] * T.CreateTruncating(_function.Slope(double.CreateTruncating(x[i])));
        }
    }
}
