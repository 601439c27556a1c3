namespace TorchSharp.Operations;

/// <summary>Whole slices chosen along a dimension by an Int64 (or Int32) vector of places.</summary>
internal static class Rows
{
    internal static Tensor Select(Tensor input, long dim, Tensor index)
    {
        using var places = Places(input, dim, index, "index_select()", out var at);
        var rows = places.Elements<long>();
        var sizes = input.Layout.Sizes;
        var result = Tensor.New(input.Layout.Rank == 0 ? Layout.Scalar : Layout.Of([.. sizes[..at], rows.Length, .. sizes[(at + 1)..]]), input.dtype);
        using (EngineWork.Begin())
        {
            using var dense = input.Dense();
            var from = new Blocks(dense, at);
            var to = new Blocks(result, at);
            for (var o = 0; o < from.Outer; o++)
            {
                for (var r = 0; r < rows.Length; r++) from.Of(dense, o, rows[r]).CopyTo(to.Of(result, o, r));
            }
        }
        if (GradMode.Records(input)) new IndexSelectBackward(input, at, index).Attach(result);
        return result;
    }

    /// <summary>A copy of <paramref name="input"/> with alpha times the slices of <paramref name="source"/> added at the named places.</summary>
    internal static Tensor Add(Tensor input, long dim, Tensor index, Tensor source, Number alpha)
    {
        Tensor sum;
        using (EngineWork.Begin())
        {
            using var places = Places(input, dim, index, "index_add_()", out var at);
            using var spread = Spread(places, source, at);
            using var scaled = alpha.Real == 1 ? source.ShareInGraph() : Pointwise.Multiply(source, alpha);
            sum = Gathering.ScatterAdd(input, at, spread, scaled);
        }
        return sum.Publish();
    }

    /// <summary>A copy of <paramref name="input"/> with the slices of <paramref name="source"/> at the named places.</summary>
    internal static Tensor Copy(Tensor input, long dim, Tensor index, Tensor source)
    {
        Tensor copy;
        using (EngineWork.Begin())
        {
            using var places = Places(input, dim, index, "index_copy_()", out var at);
            using var spread = Spread(places, source, at);
            copy = Gathering.Scatter(input, at, spread, source);
        }
        return copy.Publish();
    }

    /// <summary>A copy of <paramref name="input"/> with a number in the named slices.</summary>
    internal static Tensor Fill(Tensor input, long dim, Tensor index, Number value)
    {
        Tensor filled;
        using (EngineWork.Begin())
        {
            using var places = Places(input, dim, index, "index_fill_()", out var at);
            var sizes = input.Layout.Sizes;
            using var source = Filling.Full(Layout.Of([.. sizes[..at], places.Layout.Count, .. sizes[(at + 1)..]]), value, input.dtype);
            using var spread = Spread(places, source, at);
            filled = Gathering.Scatter(input, at, spread, source);
        }
        return filled.Publish();
    }

    /// <summary>The places as Int64, none negative, all within the dimension.</summary>
    private static Tensor Places(Tensor input, long dim, Tensor index, string name, out int at)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32)) throw TorchError.Of($"{name}: Expected dtype int32 or int64 for index");
        if (index.Layout.Rank > 1) throw TorchError.Of($"{name}: Index is supposed to be a vector");
        at = input.Layout.Dim(dim);
        var size = input.Layout.Rank == 0 ? 1 : input.Layout.Sizes[at];
        using var work = EngineWork.Begin();
        var places = index.dtype == ScalarType.Int64 ? index.Dense() : Copying.Convert(index, ScalarType.Int64);
        foreach (var place in places.Elements<long>())
        {
            if ((ulong)place < (ulong)size) continue;
            places.Dispose();
            throw TorchError.Of("index out of range in self");
        }
        return places;
    }

    /// <summary>The vector of places repeated for every element of a slice.</summary>
    private static Tensor Spread(Tensor places, Tensor source, int at)
    {
        var sizes = new long[Math.Max(source.Layout.Rank, 1)];
        Array.Fill(sizes, 1);
        sizes[at] = places.Layout.Count;
        using var shaped = places.reshape(source.Layout.Rank == 0 ? [] : sizes);
        return Copying.Spread(shaped, source.Layout.Contiguous());
    }

    /// <summary>A row-major tensor cut into blocks of bytes, one for each place along a dimension.</summary>
    private readonly ref struct Blocks
    {
        private readonly int _size;
        private readonly int _bytes;

        internal Blocks(Tensor tensor, int dim)
        {
            var sizes = tensor.Layout.Sizes;
            _size = sizes.Length == 0 ? 1 : (int)sizes[dim];
            _bytes = Dtype.Size(tensor.dtype) * (int)(sizes.Length == 0 ? 1 : Layout.Product(sizes.AsSpan(dim + 1)));
            Outer = sizes.Length == 0 ? 1 : (int)Layout.Product(sizes.AsSpan(0, dim));
        }

        internal int Outer { get; }

        internal Span<byte> Of(Tensor tensor, long outer, long place) =>
            tensor.RawBytes().Slice((int)(((outer * _size) + place) * _bytes), _bytes);
    }

    private sealed class IndexSelectBackward : GradientNode
    {
        private readonly Layout _sizes;
        private readonly int _dim;

        internal IndexSelectBackward(Tensor input, int dim, Tensor index) : base(input)
        {
            (_sizes, _dim) = (input.Layout, dim);
            Save(index);
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
        {
            using var zeros = Tensor.NewZeros(_sizes, outputs[0]!.dtype);
            inputs[0] = Add(zeros, _dim, Saved(0), outputs[0]!, 1);
        }
    }
}
