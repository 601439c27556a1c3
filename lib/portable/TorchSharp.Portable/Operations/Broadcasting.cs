namespace TorchSharp.Operations;

/// <summary>Shapes that meet in one operation: sizes of 1, and missing leading ones, stretch to the other operand's.</summary>
internal static class Broadcasting
{
    /// <summary>The row-major layout of the common shape.</summary>
    internal static Layout Join(Layout a, Layout b)
    {
        if (a.SameSizes(b)) return a.Contiguous();
        var rank = Math.Max(a.Rank, b.Rank);
        Span<long> sizes = stackalloc long[rank];
        for (var d = rank - 1; d >= 0; d--)
        {
            var x = SizeAt(a, d - rank + a.Rank);
            var y = SizeAt(b, d - rank + b.Rank);
            if (x != y && x != 1 && y != 1)
                throw TorchError.Of($"The size of tensor a ({x}) must match the size of tensor b ({y}) at non-singleton dimension {d}");
            sizes[d] = x == 1 ? y : x;
        }
        return Layout.Of(sizes);
    }

    /// <summary>The strides with which <paramref name="layout"/> is read as if it had the sizes of <paramref name="target"/>.</summary>
    internal static void Strides(Layout layout, Layout target, Span<long> strides)
    {
        var missing = target.Rank - layout.Rank;
        for (var d = 0; d < target.Rank; d++)
        {
            var own = d - missing;
            strides[d] = own < 0 || layout.Sizes[own] == 1 ? 0 : layout.Strides[own];
        }
    }

    /// <summary>Undoes a broadcast: sums <paramref name="gradient"/> over what was stretched. Always a new handle.</summary>
    internal static Tensor SumTo(Tensor gradient, Layout target)
    {
        var layout = gradient.Layout;
        if (layout.SameSizes(target)) return gradient.ShareInGraph();
        var missing = layout.Rank - target.Rank;
        var dims = new List<long>();
        for (var d = 0; d < layout.Rank; d++)
        {
            if (d < missing || (target.Sizes[d - missing] == 1 && layout.Sizes[d] != 1)) dims.Add(d);
        }
        using var sum = gradient.sum([.. dims], keepdim: true);
        return sum.reshape(target.Sizes);
    }

    private static long SizeAt(Layout layout, int dim) => dim < 0 ? 1 : layout.Sizes[dim];
}
