namespace TorchSharp.Operations;

/// <summary>The same elements seen under another shape. Nothing is copied; in-place changes show through.</summary>
internal static class Views
{
    /// <summary>The view with other sizes, or null where strides cannot express it.</summary>
    internal static Tensor? TryView(Tensor input, ReadOnlySpan<long> sizes)
    {
        var layout = input.Layout;
        if (layout.IsContiguous) return Attach(input, Tensor.ViewOf(input, Layout.Of(sizes), input.Offset));
        return Reshaping.TryStrides(layout, sizes) is { } strides
            ? Attach(input, Tensor.ViewOf(input, Layout.Strided(sizes.ToArray(), strides), input.Offset))
            : null;

        static Tensor Attach(Tensor input, Tensor view)
        {
            if (GradMode.Records(input)) new ViewBackward(input).Attach(view);
            return view;
        }
    }

    internal static Tensor Permute(Tensor input, ReadOnlySpan<int> order)
    {
        var layout = input.Layout;
        var sizes = new long[order.Length];
        var strides = new long[order.Length];
        for (var d = 0; d < order.Length; d++) (sizes[d], strides[d]) = (layout.Sizes[order[d]], layout.Strides[order[d]]);
        var view = Tensor.ViewOf(input, Layout.Strided(sizes, strides), input.Offset);
        if (GradMode.Records(input)) new PermuteBackward(input, order).Attach(view);
        return view;
    }

    /// <summary>One dimension goes last, the others keep their order. A scalar stays as it is.</summary>
    internal static Tensor MoveLast(Tensor input, int dim)
    {
        Span<int> order = stackalloc int[input.Layout.Rank];
        for (var d = 0; d < order.Length; d++) order[d] = d < dim ? d : d == order.Length - 1 ? dim : d + 1;
        return Permute(input, order);
    }

    /// <summary>The last dimension goes to the place given, the others keep their order.</summary>
    internal static Tensor MoveFromLast(Tensor input, int dim)
    {
        Span<int> order = stackalloc int[input.Layout.Rank];
        for (var d = 0; d < order.Length; d++) order[d] = d < dim ? d : d == dim ? order.Length - 1 : d - 1;
        return Permute(input, order);
    }

    /// <summary>Stretches sizes of 1, and adds leading dimensions, by strides of 0.</summary>
    internal static Tensor Expand(Tensor input, Layout target)
    {
        var strides = new long[target.Rank];
        Broadcasting.Strides(input.Layout, target, strides);
        var view = Tensor.ViewOf(input, Layout.Strided(target.Sizes, strides), input.Offset);
        if (GradMode.Records(input)) new ExpandBackward(input).Attach(view);
        return view;
    }

    /// <summary>Every <paramref name="step"/>th index of a dimension, <paramref name="length"/> of them.</summary>
    internal static Tensor Slice(Tensor input, int dim, long start, long length, long step) =>
        Cut(
            input, PartOf.Slice(input.Layout, dim, start, length, step),
            input.Layout.IsContiguous ? null : PartOf.Slice(input.Layout.Contiguous(), dim, start, length, step));

    /// <summary>One index of a dimension, which disappears.</summary>
    internal static Tensor Select(Tensor input, int dim, long index) =>
        Cut(
            input, PartOf.Select(input.Layout, dim, index),
            input.Layout.IsContiguous ? null : PartOf.Select(input.Layout.Contiguous(), dim, index));

    internal static Tensor Diagonal(Tensor input, long offset, long dim1, long dim2)
    {
        var (a, b) = (input.Layout.Dim(dim1), input.Layout.Dim(dim2));
        if (a == b) throw TorchError.Of($"diagonal dimensions cannot be identical {dim1}, {dim2}");
        return Cut(input, PartOf.Diagonal(input.Layout, offset, a, b), PartOf.Diagonal(input.Layout.Contiguous(), offset, a, b));
    }

    internal static Tensor Unfold(Tensor input, long dim, long size, long step)
    {
        var at = input.Layout.Dim(dim);
        var extent = input.Layout.Rank == 0 ? 1 : input.Layout.Sizes[at];
        if (size > extent) throw TorchError.Of($"maximum size for tensor at dimension {at} is {extent} but size is {size}");
        if (step <= 0) throw TorchError.Of($"step is {step} but must be > 0");
        return Cut(input, PartOf.Unfold(input.Layout, at, size, step), PartOf.Unfold(input.Layout.Contiguous(), at, size, step));
    }

    internal static Tensor AsStrided(Tensor input, long[] sizes, long[] strides, long offset)
    {
        if (sizes.Length != strides.Length) throw TorchError.Of("mismatch in length of strides and shape");
        var layout = Layout.Strided((long[])sizes.Clone(), (long[])strides.Clone());
        if ((offset + layout.Extent()) * Dtype.Size(input.dtype) > input.Memory.Capacity)
        {
            throw TorchError.Of(
                $"setStorage: sizes {Layout.Describe(sizes)}, strides {Layout.Describe(strides)}, storage offset {offset} are out of bounds for the storage");
        }
        var view = Tensor.ViewOf(input, layout, offset);
        if (GradMode.Records(input)) new SliceBackward(input, new Region(input, view)).Attach(view);
        return view;
    }

    /// <param name="input">The tensor to show a part of.</param>
    /// <param name="part">The part, in the strides of the input.</param>
    /// <param name="rowMajor">The part as it would be were the input row-major, which its gradient is; null if it is.</param>
    private static Tensor Cut(Tensor input, PartOf part, PartOf? rowMajor)
    {
        var view = Tensor.ViewOf(input, part.Layout, input.Offset + part.Offset);
        if (GradMode.Records(input)) new SliceBackward(input, new Region(input.Layout, rowMajor ?? part)).Attach(view);
        return view;
    }

    private sealed class ViewBackward(Tensor input) : GradientNode(input)
    {
        private readonly long[] _sizes = input.Layout.Sizes;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = outputs[0]!.reshape(_sizes);
    }

    private sealed class PermuteBackward : GradientNode
    {
        private readonly int[] _back;

        internal PermuteBackward(Tensor input, ReadOnlySpan<int> order) : base(input)
        {
            _back = new int[order.Length];
            for (var d = 0; d < order.Length; d++) _back[order[d]] = d;
        }

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = Permute(outputs[0]!, _back);
    }

    private sealed class ExpandBackward(Tensor input) : GradientNode(input)
    {
        private readonly Layout _sizes = input.Layout;

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) =>
            inputs[0] = Broadcasting.SumTo(outputs[0]!, _sizes);
    }

    /// <summary>The gradient of what was left out is zero.</summary>
    private sealed class SliceBackward(Tensor input, Region region) : GradientNode(input)
    {
        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = region.Scatter(outputs[0]!);
    }
}
