namespace TorchSharp.Operations;

/// <summary>Copies with the elements in another order.</summary>
internal static class Rearranging
{
    internal static Tensor Flip(Tensor input, ReadOnlySpan<long> dims)
    {
        var layout = input.Layout;
        var strides = (long[])layout.Strides.Clone();
        var offset = input.Offset;
        foreach (var dim in dims)
        {
            var at = layout.Dim(dim);
            if (layout.Rank == 0 || layout.Sizes[at] == 0) continue;
            offset += (layout.Sizes[at] - 1) * strides[at];
            strides[at] = -strides[at];
        }
        Tensor backwards;
        using (EngineWork.Begin()) backwards = new Tensor(input.Memory.Hold(), Layout.Strided(layout.Sizes, strides), offset, input.dtype);
        using (backwards)
        {
            var flipped = Copying.ToDense(backwards);
            if (GradMode.Records(input)) new FlipBackward(input, dims.ToArray()).Attach(flipped);
            return flipped;
        }
    }

    internal static Tensor Repeat(Tensor input, ReadOnlySpan<long> times)
    {
        var rank = times.Length;
        if (rank < input.Layout.Rank)
        {
            throw TorchError.Of(
                "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");
        }
        var spread = new long[2 * rank];
        var stretched = new long[2 * rank];
        var final = new long[rank];
        for (var d = 0; d < rank; d++)
        {
            var own = d - rank + input.Layout.Rank;
            var size = own < 0 ? 1 : input.Layout.Sizes[own];
            (spread[2 * d], spread[(2 * d) + 1]) = (1, size);
            (stretched[2 * d], stretched[(2 * d) + 1]) = (times[d], size);
            final[d] = times[d] * size;
        }
        return Stretched(input, spread, stretched, final);
    }

    internal static Tensor Interleave(Tensor input, long times, long? dim)
    {
        var flat = dim is null;
        var at = flat ? 0 : input.Layout.Dim(dim!.Value);
        long[] sizes = flat ? [input.Layout.Count] : input.Layout.Sizes;
        return Stretched(
            input,
            [.. sizes[..(at + 1)], 1, .. sizes[(at + 1)..]],
            [.. sizes[..(at + 1)], times, .. sizes[(at + 1)..]],
            [.. sizes[..at], sizes[at] * times, .. sizes[(at + 1)..]]);
    }

    internal static Tensor Roll(Tensor input, long shift, long? dim)
    {
        Tensor rolled;
        using (EngineWork.Begin())
        {
            using var line = dim is null ? input.reshape(-1) : input.ShareInGraph();
            var at = line.Layout.Dim(dim ?? 0);
            var size = line.Layout.Sizes[at];
            var cut = size == 0 ? 0 : ((-shift % size) + size) % size;
            using var head = line.narrow(at, 0, cut);
            using var tail = line.narrow(at, cut, size - cut);
            using var joined = Joining.Cat([tail, head], at);
            rolled = joined.reshape(input.Layout.Sizes);
        }
        return rolled.AsOwn().Publish();
    }

    /// <summary>Zeros beyond a diagonal of the last two dimensions.</summary>
    internal static Tensor Triangle(Tensor input, long diagonal, bool lower)
    {
        if (input.Layout.Rank < 2) throw TorchError.Of($"{(lower ? "tril" : "triu")}: input tensor must have at least 2 dimensions");
        var (rows, columns) = (input.Layout.Sizes[^2], input.Layout.Sizes[^1]);
        Tensor mask;
        using (EngineWork.Begin())
        {
            mask = Tensor.New(Layout.Of(rows, columns), ScalarType.Bool);
            var drops = mask.Elements<bool>();
            for (var i = 0; i < drops.Length; i++)
            {
                var above = (i % columns) - (i / columns) - diagonal;
                drops[i] = lower ? above > 0 : above < 0;
            }
        }
        using (mask) return Selecting.MaskedFill(input, mask, Dtype.IsFloat(input.dtype) ? 0.0 : 0L);
    }

    internal static Tensor Diag(Tensor input, long diagonal)
    {
        if (input.Layout.Rank == 2)
        {
            using var view = Hidden(() => Views.Diagonal(input, diagonal, 0, 1));
            return view.clone();
        }
        if (input.Layout.Rank != 1) throw TorchError.Of($"diag(): Supports 1D or 2D tensors. Got {input.Layout.Rank}D");
        var size = input.Layout.Count + Math.Abs(diagonal);
        Tensor matrix;
        using (EngineWork.Begin())
        {
            matrix = Tensor.NewZeros(Layout.Of(size, size), input.dtype);
            using var view = Views.Diagonal(matrix, diagonal, 0, 1);
            InPlace.Assign(view, input);
        }
        return matrix.Publish();
    }

    private static Tensor Stretched(Tensor input, long[] spread, long[] stretched, long[] final)
    {
        Tensor result;
        using (EngineWork.Begin())
        {
            using var apart = input.reshape(spread);
            using var view = apart.expand(stretched);
            using var copy = view.clone();
            result = copy.reshape(final);
        }
        return result.AsOwn().Publish();
    }

    private static Tensor Hidden(Func<Tensor> compute)
    {
        using (EngineWork.Begin()) return compute();
    }

    private sealed class FlipBackward(Tensor input, long[] dims) : GradientNode(input)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = Flip(outputs[0]!, dims);
    }
}
