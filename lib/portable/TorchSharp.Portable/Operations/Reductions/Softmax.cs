using System.Numerics;
using TorchSharp.Kernels.Reductions;

namespace TorchSharp.Operations;

/// <summary>Scores turned into shares, along one dimension.</summary>
internal static unsafe class Softmax
{
    /// <summary>e^xᵢ / Σ e^xⱼ</summary>
    internal static Tensor Of(Tensor input, long dim, ScalarType? type) => In(type ?? input.dtype, input, dim, "softmax_lastdim_kernel_impl", static (x, at) =>
    {
        var y = Apply(x, at, Shares<float>, Shares<double>);
        if (GradMode.Records(x)) new SoftmaxBackward(x, y, at).Attach(y);
        return y;
    });

    /// <summary>xᵢ − log Σ e^xⱼ</summary>
    internal static Tensor Log(Tensor input, long dim, ScalarType? type) => In(type ?? input.dtype, input, dim, "log_softmax_lastdim_kernel_impl", static (x, at) =>
    {
        var y = Apply(x, at, LogShares<float>, LogShares<double>);
        if (GradMode.Records(x)) new LogSoftmaxBackward(x, y, at).Attach(y);
        return y;
    });

    private static Tensor In(ScalarType type, Tensor input, long dim, string name, Func<Tensor, int, Tensor> operation)
    {
        if (!Dtype.IsFloat(type)) throw TorchError.Unsupported(name, type);
        var at = input.Layout.Dim(dim);
        if (input.dtype == type) return operation(input, at);
        Tensor converted;
        using (EngineWork.Begin()) converted = Conversion.To(input, type);
        using (converted) return operation(converted, at);
    }

    /// <summary>Runs a kernel for rows along a dimension, which is moved to the end and back if it is not the last.</summary>
    private static Tensor Apply(Tensor x, int dim, Action<Tensor, Tensor> single, Action<Tensor, Tensor> real)
    {
        var kernel = x.dtype == ScalarType.Float32 ? single : real;
        if (x.Layout.Rank == 0 || dim == x.Layout.Rank - 1)
        {
            var y = Tensor.New(x.Layout, x.dtype);
            using var dense = Packed.Of(x);
            kernel(dense, y);
            return y;
        }
        Tensor result;
        using (EngineWork.Begin())
        using (GradMode.Set(false))
        {
            using var moved = x.transpose(dim, -1);
            using var rows = moved.Dense();
            using var shares = Tensor.New(rows.Layout, x.dtype);
            kernel(rows, shares);
            using var back = shares.transpose(dim, -1);
            result = Copying.ToDense(back);
        }
        return result.Publish();
    }

    private static void Shares<T>(Tensor x, Tensor y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var columns = Columns(x);
        if (x.Layout.Count == 0) return;
        fixed (T* from = x.Elements<T>(), to = y.Elements<T>()) RowReduction.Softmax(from, to, x.Layout.Count / columns, columns);
    }

    private static void LogShares<T>(Tensor x, Tensor y) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var columns = Columns(x);
        if (x.Layout.Count == 0) return;
        fixed (T* from = x.Elements<T>(), to = y.Elements<T>()) RowReduction.LogSoftmax(from, to, x.Layout.Count / columns, columns);
    }

    private static long Columns(Tensor x) => x.Layout.Rank == 0 ? 1 : x.Layout.Sizes[^1];

    /// <summary>∂: y·(g − Σ g·y)</summary>
    private sealed class SoftmaxBackward : GradientNode
    {
        private readonly int _dim;

        internal SoftmaxBackward(Tensor x, Tensor y, int dim) : base(x)
        {
            _dim = dim;
            Save(y);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var (g, y) = (outputs[0]!, Saved(0));
            using var product = g.mul(y);
            using var dot = product.sum(_dim, keepdim: true);
            using var centred = g.sub(dot);
            inputs[0] = centred.mul(y);
        }
    }

    /// <summary>∂: g − e^y·Σ g</summary>
    private sealed class LogSoftmaxBackward : GradientNode
    {
        private readonly int _dim;

        internal LogSoftmaxBackward(Tensor x, Tensor y, int dim) : base(x)
        {
            _dim = dim;
            Save(y);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            var g = outputs[0]!;
            using var sum = g.sum(_dim, keepdim: true);
            using var shares = Saved(0).exp();
            using var part = shares.mul(sum);
            inputs[0] = g.sub(part);
        }
    }
}
