namespace TorchSharp.Operations;

/// <summary>One tensor seen as several. The parts share one node, so that a long sequence taken apart costs one gradient, not one for each part.</summary>
internal static class Splitting
{
    /// <summary>Parts of the given extents along a dimension.</summary>
    internal static Tensor[] Split(Tensor input, ReadOnlySpan<long> extents, int dim)
    {
        var parts = new Tensor[extents.Length];
        var node = GradMode.Records(input) ? new SplitBackward(input, extents.ToArray(), dim) : null;
        var start = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var sizes = (long[])input.Layout.Sizes.Clone();
            sizes[dim] = extents[i];
            parts[i] = Tensor.ViewOf(input, Layout.Strided(sizes, input.Layout.Strides), input.Offset + (start * input.Layout.Strides[dim]));
            start += extents[i];
        }
        // From last to first: the node learns at once how many outputs it has.
        for (var i = parts.Length - 1; i >= 0; i--) node?.Attach(parts[i], i);
        return parts;
    }

    /// <summary>The slices along a dimension, which disappears.</summary>
    internal static Tensor[] Unbind(Tensor input, int dim)
    {
        var layout = input.Layout;
        var parts = new Tensor[layout.Sizes[dim]];
        var node = GradMode.Records(input) ? new UnbindBackward(input, dim) : null;
        long[] sizes = [.. layout.Sizes[..dim], .. layout.Sizes[(dim + 1)..]];
        long[] strides = [.. layout.Strides[..dim], .. layout.Strides[(dim + 1)..]];
        var slice = Layout.Strided(sizes, strides);
        for (var i = 0; i < parts.Length; i++) parts[i] = Tensor.ViewOf(input, slice, input.Offset + (i * layout.Strides[dim]));
        for (var i = parts.Length - 1; i >= 0; i--) node?.Attach(parts[i], i);
        return parts;
    }

    /// <summary>Extents of <paramref name="size"/> each, the last one perhaps smaller.</summary>
    internal static long[] EqualExtents(Layout layout, long size, int dim)
    {
        if (size < 0) throw TorchError.Of($"split expects split_size be non-negative, but got split_size={size}");
        var total = layout.Sizes[dim];
        if (size == 0 && total != 0) throw TorchError.Of($"split_size can only be 0 if dimension size is 0, but got dimension size of {total}");
        var extents = new long[Math.Max(1, size == 0 ? 1 : (total + size - 1) / size)];
        for (var i = 0; i < extents.Length; i++) extents[i] = Math.Min(size, total - (i * size));
        return extents;
    }

    internal static long[] CheckedExtents(Layout layout, long[] extents, int dim)
    {
        var sum = extents.Sum();
        if (sum != layout.Sizes[dim] || extents.Any(static extent => extent < 0))
        {
            throw TorchError.Of(
                $"split_with_sizes expects split_sizes to sum exactly to {layout.Sizes[dim]} (input tensor's size at dimension {dim}), but got split_sizes={Layout.Describe(extents)}");
        }
        return extents;
    }

    /// <summary>Zeros stand in for parts that had no part in the result.</summary>
    private static Tensor Join(ReadOnlySpan<Tensor?> gradients, Func<int, Layout> sizes, Func<Tensor[], Tensor> join)
    {
        var parts = new Tensor[gradients.Length];
        ScalarType? type = null;
        foreach (var gradient in gradients) type ??= gradient?.dtype;
        for (var i = 0; i < parts.Length; i++) parts[i] = gradients[i]?.ShareInGraph() ?? Tensor.NewZeros(sizes(i), type!.Value);
        var joined = join(parts);
        foreach (var part in parts) part.Dispose();
        return joined;
    }

    private sealed class SplitBackward(Tensor input, long[] extents, int dim) : GradientNode(input)
    {
        private readonly long[] _sizes = input.Layout.Sizes;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) =>
            inputs[0] = Join(outputs, i => Layout.Of([.. _sizes[..dim], extents[i], .. _sizes[(dim + 1)..]]), parts => Joining.Cat(parts, dim));
    }

    private sealed class UnbindBackward(Tensor input, int dim) : GradientNode(input)
    {
        private readonly Layout _slice = Layout.Of([.. input.Layout.Sizes[..dim], .. input.Layout.Sizes[(dim + 1)..]]);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) =>
            inputs[0] = Join(outputs, _ => _slice, parts => Joining.Stack(parts, dim));
    }
}
