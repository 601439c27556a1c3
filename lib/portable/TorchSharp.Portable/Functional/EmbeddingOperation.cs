using System.Numerics;
using TorchSharp.Kernels.Lookup;

namespace TorchSharp;

/// <summary>Rows of a table by index, as one step of the graph.</summary>
internal static class EmbeddingOperation
{
    internal static Tensor Apply(Tensor table, Tensor index, EmbeddingOptions options)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw TorchError.Of(
                $"Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.{Dtype.TorchName(index.dtype)}Tensor "
                + "instead (while checking arguments for embedding)");
        }

        Tensor rows;
        using (EngineWork.Begin()) rows = index.dtype == ScalarType.Int64 ? index.Dense() : index.to_type(ScalarType.Int64);
        using (rows)
        {
            CheckRange(rows.Elements<long>(), table.Layout.Sizes[0]);
            if (options.MaxNorm is { } limit) Shorten(table, rows.Elements<long>(), limit, options.NormType);
            var result = table.dtype == ScalarType.Float64 ? Look<double>(table, rows) : Look<float>(table, rows);
            if (GradMode.Records(table)) new EmbeddingBackward(table, rows, options).Attach(result);
            return result;
        }
    }

    internal static void ClearRow(Tensor table, long row)
    {
        using var noGradients = GradMode.Set(false);
        using var work = EngineWork.Begin();
        using var view = table.select(0, row);
        view.zero_();
    }

    private static unsafe Tensor Look<T>(Tensor table, Tensor rows) where T : unmanaged
    {
        Span<long> sizes = stackalloc long[rows.Layout.Rank + 1];
        rows.Layout.Sizes.CopyTo(sizes);
        var width = sizes[^1] = table.Layout.Sizes[1];
        var result = Tensor.New(sizes, table.dtype);
        Tensor source;
        using (EngineWork.Begin()) source = table.Dense();
        using (source)
        {
            fixed (T* from = source.Elements<T>(), to = result.Elements<T>())
            fixed (long* index = rows.Elements<long>())
                EmbeddingKernel.Forward(from, index, rows.Layout.Count, width, to);
        }
        return result;
    }

    private static void CheckRange(ReadOnlySpan<long> rows, long count)
    {
        foreach (var row in rows)
        {
            if ((ulong)row >= (ulong)count)
                throw TorchError.Of($"index out of range in self\nexpected indices from 0 to {count - 1}, got {row}");
        }
    }

    private static void Shorten(Tensor table, ReadOnlySpan<long> rows, double limit, double normType)
    {
        using var noGradients = GradMode.Set(false);
        using var work = EngineWork.Begin();
        foreach (var row in new SortedSet<long>(rows.ToArray()))
        {
            using var view = table.select(0, row);
            var length = GradientNorm.Of(view, normType);
            if (length > limit) view.mul_(limit / (length + 1e-7));
        }
    }

    private sealed class EmbeddingBackward : GradientNode
    {
        private readonly Layout _table;
        private readonly ScalarType _type;
        private readonly EmbeddingOptions _options;

        internal EmbeddingBackward(Tensor table, Tensor rows, EmbeddingOptions options) : base(table)
        {
            (_table, _type, _options) = (table.Layout, table.dtype, options);
            Save(rows);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            if (GradMode.Enabled) throw TorchError.NotDifferentiableTwice("embedding");
            using var gradient = outputs[0]!.Dense();
            inputs[0] = _type == ScalarType.Float64 ? Scatter<double>(gradient) : Scatter<float>(gradient);
        }

        private unsafe Tensor Scatter<T>(Tensor gradient) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var rows = Saved(0);
            var result = Tensor.NewZeros(_table, _type);
            using var scaled = _options.ScaleByFrequency ? DivideByFrequency<T>(gradient, rows.Elements<long>()) : null;
            fixed (T* dy = (scaled ?? gradient).Elements<T>(), table = result.Elements<T>())
            fixed (long* index = rows.Elements<long>())
            {
                EmbeddingKernel.Backward(
                    dy, index, rows.Layout.Count, _table.Sizes[1], table, _table.Sizes[0], _options.Padding ?? -1);
            }
            return result;
        }

        private static Tensor DivideByFrequency<T>(Tensor gradient, ReadOnlySpan<long> rows) where T : unmanaged, INumberBase<T>
        {
            var counts = new Dictionary<long, int>();
            foreach (var row in rows) counts[row] = counts.GetValueOrDefault(row) + 1;
            var scaled = Tensor.New(gradient.Layout, gradient.dtype);
            var from = gradient.Elements<T>();
            var to = scaled.Elements<T>();
            var width = rows.Length == 0 ? 0 : from.Length / rows.Length;
            for (var i = 0; i < rows.Length; i++)
            {
                var share = T.CreateTruncating(counts[rows[i]]);
                for (var j = i * width; j < (i + 1) * width; j++) to[j] = from[j] / share;
            }
            return scaled;
        }
    }
}
