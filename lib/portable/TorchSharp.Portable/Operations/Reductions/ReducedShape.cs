namespace TorchSharp.Operations;

/// <summary>
/// What becomes of a shape when some dimensions are reduced. The input is arranged row-major as [Outer, Count, Inner], of which the
/// middle disappears; if the reduced dimensions do not lie side by side they are moved to the end first.
/// </summary>
internal sealed class ReducedShape
{
    private readonly int[]? _order;

    private ReducedShape(Layout kept, Layout result, long outer, long count, long inner, int[]? order)
    {
        Kept = kept;
        Result = result;
        Outer = outer;
        Count = count;
        Inner = inner;
        _order = order;
    }

    /// <summary>The shape with 1 for every reduced dimension.</summary>
    internal Layout Kept { get; }

    /// <summary>The shape of the result: <see cref="Kept"/> or without the reduced dimensions.</summary>
    internal Layout Result { get; }

    internal long Outer { get; }

    internal long Count { get; }

    internal long Inner { get; }

    /// <param name="input">The shape to reduce.</param>
    /// <param name="dims">The dimensions to reduce, negative ones counting from the end; none means all.</param>
    /// <param name="keepdim">Keep reduced dimensions as 1.</param>
    internal static ReducedShape Of(Layout input, ReadOnlySpan<long> dims, bool keepdim)
    {
        Span<bool> reduced = stackalloc bool[input.Rank];
        reduced.Fill(dims.Length == 0);
        foreach (var dim in dims)
        {
            var at = input.Dim(dim);
            if (input.Rank == 0) continue;
            if (reduced[at]) throw TorchError.Of($"dim {at} appears multiple times in the list of dims");
            reduced[at] = true;
        }
        var kept = Kept1(input, reduced);
        var result = keepdim ? kept : Left(input, reduced);
        var first = reduced.IndexOf(true);
        var last = reduced.LastIndexOf(true);
        if (first < 0) return new ReducedShape(kept, result, input.Count, 1, 1, null);
        var sizes = input.Sizes.AsSpan();
        if (!reduced[first..(last + 1)].Contains(false))
        {
            return new ReducedShape(
                kept, result, Layout.Product(sizes[..first]), Layout.Product(sizes[first..(last + 1)]), Layout.Product(sizes[(last + 1)..]), null);
        }
        return new ReducedShape(kept, result, kept.Count, kept.Count == 0 ? 0 : input.Count / kept.Count, 1, KeptFirst(reduced));
    }

    /// <summary>The elements in the order described above.</summary>
    internal Packed Arrange(Tensor input) => _order is null ? Packed.Of(input) : Packed.Of(input, _order);

    /// <summary>The element of the result that takes up element <paramref name="index"/> of the arranged input.</summary>
    internal int ResultIndex(int index) => (int)((index / (Count * Inner) * Inner) + (index % Inner));

    private static Layout Kept1(Layout input, ReadOnlySpan<bool> reduced)
    {
        Span<long> sizes = stackalloc long[input.Rank];
        for (var d = 0; d < sizes.Length; d++) sizes[d] = reduced[d] ? 1 : input.Sizes[d];
        return Layout.Of(sizes);
    }

    private static Layout Left(Layout input, ReadOnlySpan<bool> reduced)
    {
        Span<long> sizes = stackalloc long[input.Rank];
        var rank = 0;
        for (var d = 0; d < input.Rank; d++)
        {
            if (!reduced[d]) sizes[rank++] = input.Sizes[d];
        }
        return Layout.Of(sizes[..rank]);
    }

    private static int[] KeptFirst(ReadOnlySpan<bool> reduced)
    {
        var order = new int[reduced.Length];
        var next = 0;
        foreach (var pass in (ReadOnlySpan<bool>)[false, true])
        {
            for (var d = 0; d < order.Length; d++)
            {
                if (reduced[d] == pass) order[next++] = d;
            }
        }
        return order;
    }
}
