using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp;

/// <summary>y = x·Wᵀ + b as one step of the graph; x [.., in], W [out, in], b [out].</summary>
internal static class LinearOperation
{
    internal static Tensor Apply(Tensor x, Tensor weight, Tensor? bias)
    {
        Check(x, weight, bias);
        var result = x.dtype == ScalarType.Float64 ? Forward<double>(x, weight, bias) : Forward<float>(x, weight, bias);
        if (GradMode.Records(x, weight, bias)) new LinearBackward(x, weight, bias).Attach(result);
        return result;
    }

    private static void Check(Tensor x, Tensor weight, Tensor? bias)
    {
        var inputs = weight.Layout.Sizes[^1];
        if (weight.Layout.Rank != 2 || x.Layout.Rank == 0 || x.Layout.Sizes[^1] != inputs)
        {
            var features = x.Layout.Rank == 0 ? 1 : x.Layout.Sizes[^1];
            var rows = x.Layout.Count / Math.Max(1, features);
            throw TorchError.Of($"mat1 and mat2 shapes cannot be multiplied ({rows}x{features} and {inputs}x{weight.Layout.Sizes[0]})");
        }
        if (x.dtype != weight.dtype || (bias is not null && bias.dtype != weight.dtype) || !Dtype.IsFloat(x.dtype))
        {
            var other = x.dtype != weight.dtype ? weight.dtype : bias?.dtype ?? weight.dtype;
            throw TorchError.Of($"mat1 and mat2 must have the same dtype, but got {Dtype.TorchName(x.dtype)} and {Dtype.TorchName(other)}");
        }
    }

    private static unsafe Tensor Forward<T>(Tensor x, Tensor weight, Tensor? bias) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<long> sizes = stackalloc long[x.Layout.Rank];
        x.Layout.Sizes.CopyTo(sizes);
        var (outputs, inputs) = (weight.Layout.Sizes[0], weight.Layout.Sizes[1]);
        sizes[^1] = outputs;
        var result = Tensor.New(sizes, x.dtype);
        var rows = Layout.Product(sizes[..^1]);

        using var work = EngineWork.Begin();
        using var source = x.Dense();
        using var matrix = weight.Dense();
        using var offset = bias?.Dense();
        fixed (T* px = source.Elements<T>(), pw = matrix.Elements<T>(), y = result.Elements<T>())
        {
            if (offset is not null)
            {
                var row = offset.Elements<T>();
                var all = result.Elements<T>();
                for (var i = 0; i < all.Length; i += row.Length) row.CopyTo(all[i..]);
            }
            Gemm.Multiply(rows, outputs, inputs, px, inputs, 1, pw, 1, inputs, y, outputs, accumulate: offset is not null);
        }
        return result;
    }

    private sealed class LinearBackward : GradientNode
    {
        internal LinearBackward(Tensor x, Tensor weight, Tensor? bias) : base(x, weight, bias) => Save(x, weight);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) Differentiably(outputs[0]!, inputs);
            else if (outputs[0]!.dtype == ScalarType.Float64) Fused<double>(outputs[0]!, inputs);
            else Fused<float>(outputs[0]!, inputs);
        }

        /// <summary>dx = dy·W, dW = dyᵀ·x, db = Σ dy.</summary>
        private unsafe void Fused<T>(Tensor gradient, Span<Tensor?> inputs) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            using var dy = gradient.Dense();
            using var x = Saved(0).Dense();
            using var w = Saved(1).Dense();
            var (n, k) = (w.Layout.Sizes[0], w.Layout.Sizes[1]);
            var rows = dy.Layout.Count / Math.Max(1, n);
            var dx = inputs[0] = Needs(0) ? Tensor.New(x.Layout, x.dtype) : null;
            var dw = inputs[1] = Needs(1) ? Tensor.New(w.Layout, w.dtype) : null;
            var db = inputs[2] = Needs(2) ? Tensor.New(Layout.Of(n), w.dtype) : null;
            fixed (T* pdy = dy.Elements<T>(), px = x.Elements<T>(), pw = w.Elements<T>())
            fixed (T* pdx = Elements<T>(dx), pdw = Elements<T>(dw), pdb = Elements<T>(db))
            {
                if (pdx != null) Gemm.Multiply(rows, k, n, pdy, n, 1, pw, k, 1, pdx, k);
                if (pdw != null) Gemm.Multiply(n, k, rows, pdy, 1, n, px, k, 1, pdw, k);
                if (pdb != null) RowReduction.SumOverRows(pdy, rows, n, n, pdb);
            }
        }

        private void Differentiably(Tensor dy, Span<Tensor?> inputs)
        {
            var (x, w) = (Saved(0), Saved(1));
            if (Needs(0)) inputs[0] = dy.matmul(w);
            using var rows = dy.reshape(-1, w.size(0));
            if (Needs(1))
            {
                using var columns = rows.t();
                using var features = x.reshape(-1, w.size(1));
                inputs[1] = columns.mm(features);
            }
            if (Needs(2)) inputs[2] = rows.sum(0);
        }

        private static Span<T> Elements<T>(Tensor? tensor) where T : unmanaged => tensor is null ? default : tensor.Elements<T>();
    }
}
