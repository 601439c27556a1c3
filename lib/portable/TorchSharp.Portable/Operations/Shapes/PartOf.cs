namespace TorchSharp.Operations;

/// <summary>Part of a tensor: the layout of the part and the distance from the first element of the whole to its own.</summary>
internal readonly record struct PartOf(Layout Layout, long Offset)
{
    internal static PartOf Slice(Layout whole, int dim, long start, long length, long step)
    {
        Span<long> sizes = stackalloc long[whole.Rank];
        Span<long> strides = stackalloc long[whole.Rank];
        whole.Sizes.CopyTo(sizes);
        whole.Strides.CopyTo(strides);
        sizes[dim] = length;
        strides[dim] *= step;
        return new(Layout.Strided(sizes, strides), length == 0 ? 0 : start * whole.Strides[dim]);
    }

    internal static PartOf Select(Layout whole, int dim, long index)
    {
        Span<long> sizes = stackalloc long[whole.Rank - 1];
        Span<long> strides = stackalloc long[whole.Rank - 1];
        for (var d = 0; d < sizes.Length; d++)
        {
            var from = d < dim ? d : d + 1;
            (sizes[d], strides[d]) = (whole.Sizes[from], whole.Strides[from]);
        }
        return new(Layout.Strided(sizes, strides), index * whole.Strides[dim]);
    }

    internal static PartOf Diagonal(Layout whole, long offset, int a, int b)
    {
        var (rows, columns) = (whole.Sizes[a], whole.Sizes[b]);
        var length = Math.Max(0, offset >= 0 ? Math.Min(rows, columns - offset) : Math.Min(rows + offset, columns));
        var sizes = new List<long>();
        var strides = new List<long>();
        for (var d = 0; d < whole.Rank; d++)
        {
            if (d == a || d == b) continue;
            sizes.Add(whole.Sizes[d]);
            strides.Add(whole.Strides[d]);
        }
        sizes.Add(length);
        strides.Add(whole.Strides[a] + whole.Strides[b]);
        var start = length == 0 ? 0 : offset >= 0 ? offset * whole.Strides[b] : -offset * whole.Strides[a];
        return new(Layout.Strided([.. sizes], [.. strides]), start);
    }

    internal static PartOf Unfold(Layout whole, int dim, long size, long step)
    {
        var stride = whole.Rank == 0 ? 1 : whole.Strides[dim];
        long[] sizes = [.. whole.Sizes, size];
        long[] strides = [.. whole.Strides, stride];
        if (whole.Rank > 0) (sizes[dim], strides[dim]) = (((whole.Sizes[dim] - size) / step) + 1, stride * step);
        return new(Layout.Strided(sizes, strides), 0);
    }
}
