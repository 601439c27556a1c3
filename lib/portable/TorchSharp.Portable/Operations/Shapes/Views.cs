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
    internal static Tensor Slice(Tensor input, int dim, long start, long length, long step)
    {
        var layout = input.Layout;
        var sizes = (long[])layout.Sizes.Clone();
        var strides = (long[])layout.Strides.Clone();
        sizes[dim] = length;
        strides[dim] *= step;
        return Part(input, Layout.Strided(sizes, strides), start * layout.Strides[dim]);
    }

    /// <summary>One index of a dimension, which disappears.</summary>
    internal static Tensor Select(Tensor input, int dim, long index)
    {
        var layout = input.Layout;
        var sizes = new long[layout.Rank - 1];
        var strides = new long[layout.Rank - 1];
        for (var d = 0; d < sizes.Length; d++)
        {
            var from = d < dim ? d : d + 1;
            (sizes[d], strides[d]) = (layout.Sizes[from], layout.Strides[from]);
        }
        return Part(input, Layout.Strided(sizes, strides), index * layout.Strides[dim]);
    }

    private static Tensor Part(Tensor input, Layout layout, long offset)
    {
        var view = Tensor.ViewOf(input, layout, input.Offset + offset);
        if (GradMode.Records(input)) new SliceBackward(input, view).Attach(view);
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
    private sealed class SliceBackward(Tensor input, Tensor view) : GradientNode(input)
    {
        private readonly Region _region = new(input, view);

        internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = _region.Scatter(outputs[0]!);
    }
}
