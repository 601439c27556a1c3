using System.Runtime.CompilerServices;

namespace TorchSharp.Tensors;

/// <summary>
/// How elements lie in storage: the size of each dimension and the step, in elements, from one index to the next. Layouts never change, so
/// tensors share them.
/// </summary>
internal sealed class Layout
{
    /// <summary>The layout of a tensor with no dimensions and one element.</summary>
    internal static readonly Layout Scalar = new([], []);

    private const int CacheSize = 64;

    [ThreadStatic]
    private static Layout?[]? s_recent;

    [ThreadStatic]
    private static Layout?[]? s_recentStrided;

    private Layout(long[] sizes, long[] strides)
    {
        Sizes = sizes;
        Strides = strides;
        Count = Product(sizes);
        IsContiguous = HasContiguousStrides(sizes, strides);
    }

    internal long[] Sizes { get; }

    internal long[] Strides { get; }

    internal long Count { get; }

    /// <summary>The elements lie in row-major order without gaps.</summary>
    internal bool IsContiguous { get; }

    internal int Rank => Sizes.Length;

    /// <summary>The row-major layout of these sizes. A few recent ones are kept, so that a training loop makes no new ones.</summary>
    internal static Layout Of(ReadOnlySpan<long> sizes)
    {
        if (sizes.Length == 0) return Scalar;
        ref var slot = ref (s_recent ??= new Layout?[CacheSize])[Hash(sizes) % CacheSize];
        if (slot is not null && sizes.SequenceEqual(slot.Sizes)) return slot;
        var copy = sizes.ToArray();
        return slot = new Layout(copy, ContiguousStrides(copy));
    }

    internal static Layout Of(long size) => Of([size]);

    internal static Layout Of(long size0, long size1) => Of([size0, size1]);

    internal static Layout Of(long size0, long size1, long size2) => Of([size0, size1, size2]);

    /// <summary>A layout with strides of its own; the arrays belong to the layout from here on.</summary>
    internal static Layout Strided(long[] sizes, long[] strides) => new(sizes, strides);

    /// <summary>A layout with these strides: a shared one where they are those of row-major order.</summary>
    internal static Layout Strided(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        var step = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            if (strides[d] != step) return RecentStrided(sizes, strides);
            step *= Math.Max(sizes[d], 1);
        }
        return Of(sizes);
    }

    private static Layout RecentStrided(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        var hash = (Hash(sizes) * 31) + Hash(strides);
        ref var slot = ref (s_recentStrided ??= new Layout?[CacheSize])[hash % CacheSize];
        if (slot is not null && sizes.SequenceEqual(slot.Sizes) && strides.SequenceEqual(slot.Strides)) return slot;
        return slot = new(sizes.ToArray(), strides.ToArray());
    }

    private static uint Hash(ReadOnlySpan<long> numbers)
    {
        var hash = (uint)numbers.Length;
        foreach (var number in numbers) hash = (hash * 31) + (uint)number;
        return hash;
    }

    /// <summary>The row-major layout with the same sizes.</summary>
    internal Layout Contiguous() => IsContiguous ? this : Of(Sizes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool SameSizes(Layout other) => ReferenceEquals(this, other) || Sizes.AsSpan().SequenceEqual(other.Sizes);

    /// <summary>The distance from the first element to the last, plus one; 0 when empty.</summary>
    internal long Extent()
    {
        if (Count == 0) return 0;
        var last = 0L;
        for (var d = 0; d < Rank; d++) last += (Sizes[d] - 1) * Strides[d];
        return last + 1;
    }

    /// <summary>Counts a negative dimension from the end and checks the range; a scalar counts as having one dimension.</summary>
    internal int Dim(long dim) => Dim(dim, Math.Max(Rank, 1));

    internal static int Dim(long dim, int rank)
    {
        if (dim < -rank || dim >= rank)
            throw TorchError.Of($"Dimension out of range (expected to be in range of [{-rank}, {rank - 1}], but got {dim})");
        return (int)(dim < 0 ? dim + rank : dim);
    }

    internal static long Product(ReadOnlySpan<long> sizes)
    {
        var product = 1L;
        foreach (var size in sizes) product *= size;
        return product;
    }

    internal static long[] ContiguousStrides(ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        var step = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= Math.Max(sizes[d], 1);
        }
        return strides;
    }

    /// <summary>Sizes as libtorch prints them: [2, 3].</summary>
    internal string Describe() => Describe(Sizes);

    internal static string Describe(ReadOnlySpan<long> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    private static bool HasContiguousStrides(long[] sizes, long[] strides)
    {
        var step = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] == 0) return true;
            if (sizes[d] != 1 && strides[d] != step) return false;
            step *= sizes[d];
        }
        return true;
    }
}
