using System.Numerics;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp;

/// <summary>
/// Layer normalisation as one step of the graph. With x̂ = (x − mean)/σ over a row of n elements: y = x̂·w + b, and with g = dy·w
/// dx = (g − mean(g) − x̂·mean(g·x̂))/σ, dw = Σ dy·x̂, db = Σ dy.
/// </summary>
internal static class LayerNormOperation
{
    internal static Tensor Apply(Tensor x, long[] shape, Tensor? weight, Tensor? bias, double eps)
    {
        var rank = x.Layout.Rank;
        if (shape.Length == 0 || shape.Length > rank || !x.Layout.Sizes.AsSpan(rank - shape.Length).SequenceEqual(shape))
        {
            throw TorchError.Of(
                $"Given normalized_shape={Layout.Describe(shape)}, expected input with shape [*, {string.Join(", ", shape)}], "
                + $"but got input of size{x.Layout.Describe()}");
        }
        if (!Dtype.IsFloat(x.dtype)) throw TorchError.Unsupported("LayerNormKernelImpl", x.dtype);

        var columns = Layout.Product(shape);
        var rows = columns == 0 ? 0 : x.Layout.Count / columns;
        var y = Tensor.New(x.Layout, x.dtype);
        using var normal = NewLike(x);
        using var deviations = NewRows(rows, x.dtype);
        if (x.dtype == ScalarType.Float64) Forward<double>(x, weight, bias, eps, y, normal, deviations, columns);
        else Forward<float>(x, weight, bias, eps, y, normal, deviations, columns);
        if (GradMode.Records(x, weight, bias)) new LayerNormBackward(x, weight, bias, normal, deviations, columns).Attach(y);
        return y;
    }

    private static unsafe void Forward<T>(
        Tensor x, Tensor? weight, Tensor? bias, double eps, Tensor y, Tensor normal, Tensor deviations, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var work = EngineWork.Begin();
        using var source = x.Dense();
        using var w = weight?.Dense();
        using var b = bias?.Dense();
        var n = T.CreateTruncating(columns);
        fixed (T* px = source.Elements<T>(), py = y.Elements<T>(), hat = normal.Elements<T>(), sigma = deviations.Elements<T>())
        fixed (T* pw = Elements<T>(w), pb = Elements<T>(b))
        {
            for (long r = 0; r < deviations.Layout.Count; r++)
            {
                T* row = px + r * columns, unit = hat + r * columns, result = py + r * columns;
                var mean = Reduction.Sum(row, columns) / n;
                for (long j = 0; j < columns; j++) unit[j] = row[j] - mean;
                sigma[r] = T.Sqrt(Reduction.SumOfSquares(unit, columns) / n + T.CreateTruncating(eps));
                for (long j = 0; j < columns; j++)
                {
                    unit[j] /= sigma[r];
                    var scaled = pw == null ? unit[j] : unit[j] * pw[j];
                    result[j] = pb == null ? scaled : scaled + pb[j];
                }
            }
        }
    }

    private static Tensor NewLike(Tensor x)
    {
        using var work = EngineWork.Begin();
        return Tensor.New(x.Layout, x.dtype);
    }

    private static Tensor NewRows(long rows, ScalarType type)
    {
        using var work = EngineWork.Begin();
        return Tensor.New(Layout.Of(rows), type);
    }

    private static Span<T> Elements<T>(Tensor? tensor) where T : unmanaged => tensor is null ? default : tensor.Elements<T>();

    private sealed class LayerNormBackward : GradientNode
    {
        private readonly long _columns;

        internal LayerNormBackward(Tensor x, Tensor? weight, Tensor? bias, Tensor normal, Tensor deviations, long columns)
            : base(x, weight, bias)
        {
            _columns = columns;
            Save(normal, deviations, weight);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice("layer_norm");
            if (outputs[0]!.dtype == ScalarType.Float64) Rows<double>(outputs[0]!, inputs);
            else Rows<float>(outputs[0]!, inputs);
        }

        private unsafe void Rows<T>(Tensor gradient, Span<Tensor?> inputs) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            using var dy = gradient.Dense();
            using var w = HasSaved(2) ? Saved(2).Dense() : null;
            var (normal, deviations) = (Saved(0), Saved(1));
            var (n, count) = (_columns, T.CreateTruncating(_columns));
            var dx = inputs[0] = Needs(0) ? Tensor.New(normal.Layout, normal.dtype) : null;
            var dw = inputs[1] = Needs(1) ? Tensor.NewZeros(w!.Layout, w.dtype) : null;
            var db = inputs[2] = Needs(2) ? Tensor.NewZeros(w!.Layout, w.dtype) : null;
            using var scratch = Tensor.New(Layout.Of(n), normal.dtype);
            fixed (T* pdy = dy.Elements<T>(), hat = normal.Elements<T>(), sigma = deviations.Elements<T>(), g = scratch.Elements<T>())
            fixed (T* pw = Elements<T>(w), pdx = Elements<T>(dx), pdw = Elements<T>(dw), pdb = Elements<T>(db))
            {
                for (long r = 0; r < deviations.Layout.Count; r++)
                {
                    T* slope = pdy + r * n, unit = hat + r * n;
                    for (long j = 0; j < n; j++)
                    {
                        g[j] = pw == null ? slope[j] : slope[j] * pw[j];
                        if (pdw != null) pdw[j] = T.FusedMultiplyAdd(slope[j], unit[j], pdw[j]);
                        if (pdb != null) pdb[j] += slope[j];
                    }
                    if (pdx == null) continue;
                    var mean = Reduction.Sum(g, n) / count;
                    var along = Reduction.Dot(g, unit, n) / count;
                    for (long j = 0; j < n; j++) pdx[r * n + j] = (g[j] - mean - unit[j] * along) / sigma[r];
                }
            }
        }
    }
}
