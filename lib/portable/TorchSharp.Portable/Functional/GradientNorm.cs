using System.Numerics;
using TorchSharp.Kernels.Elements;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp;

/// <summary>The p-norm of a tensor's elements.</summary>
internal static class GradientNorm
{
    internal static double Of(Tensor tensor, double p)
    {
        using var work = EngineWork.Begin();
        using var rowMajor = new RowMajor(tensor);
        var dense = rowMajor.Tensor;
        if (dense.Layout.Count == 0) return 0;
        var sum = dense.dtype == ScalarType.Float64 ? PowerSum<double>(dense, p) : PowerSum<float>(dense, p);
        return Root(sum, p);
    }

    /// <summary>The norm of several tensors taken as one.</summary>
    internal static double Of(ReadOnlySpan<Tensor> tensors, double p)
    {
        // As libtorch does it: the norm of the norms, each rounded to the gradients' type.
        var single = tensors.Length > 0 && tensors[0].dtype == ScalarType.Float32;
        var total = 0.0;
        foreach (var tensor in tensors)
        {
            var norm = Round(Of(tensor, p));
            total = double.IsPositiveInfinity(p) ? double.Max(total, norm) : Round(total + Round(Power(norm, p)));
        }
        return Round(Root(total, p));

        double Round(double value) => single ? (float)value : value;
    }

    /// <summary>Multiplies a gradient by a factor where it lies.</summary>
    internal static void Scale(Tensor gradient, double factor)
    {
        if (gradient.dtype == ScalarType.Float64) Scale<double>(gradient, factor);
        else Scale<float>(gradient, factor);
        InPlace.Done(gradient);
    }

    private static unsafe void Scale<T>(Tensor gradient, double factor) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var by = T.CreateTruncating(factor);
        fixed (T* x = gradient.Elements<T>()) Elementwise.Binary<Multiply<T>, T>(x, 1, &by, 0, x, gradient.Layout.Count);
    }

    /// <summary>Σ |x|ᵖ, or the greatest |x| where p is infinite.</summary>
    private static unsafe double PowerSum<T>(Tensor dense, double p) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var n = dense.Layout.Count;
        fixed (T* x = dense.Elements<T>())
        {
            if (p == 2) return double.CreateTruncating(Reduction.SumOfSquares(x, n));
            if (double.IsPositiveInfinity(p))
                return double.CreateTruncating(T.Max(T.Abs(Reduction.Max(x, n)), T.Abs(Reduction.Min(x, n))));

            var sum = 0.0;
            for (long i = 0; i < n; i++)
            {
                var size = Math.Abs(double.CreateTruncating(x[i]));
                sum += Power(size, p);
            }
            return sum;
        }
    }

    private static double Power(double size, double p) =>
        p == 2 ? size * size : p == 1 ? size : size == 0 ? 0 : PreciseMath.Exp(p * PreciseMath.Log(size));

    private static double Root(double sum, double p) =>
        p == 2 ? Math.Sqrt(sum) : p == 1 || double.IsPositiveInfinity(p) || sum == 0 ? sum : PreciseMath.Exp(PreciseMath.Log(sum) / p);
}
