namespace TorchSharp.Operations;

/// <summary>The arithmetic of <c>view</c> and <c>reshape</c>.</summary>
internal static class Reshaping
{
    /// <summary>Replaces a size of -1 by what the others leave, and checks that the sizes hold as many elements as there are.</summary>
    internal static long[] Infer(Layout layout, ReadOnlySpan<long> sizes)
    {
        var open = -1;
        var known = 1L;
        for (var d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == -1)
            {
                if (open >= 0) throw TorchError.Of("only one dimension can be inferred");
                open = d;
            }
            else if (sizes[d] < 0)
            {
                throw TorchError.Of($"invalid shape dimension {sizes[d]}");
            }
            else
            {
                known *= sizes[d];
            }
        }
        var inferred = sizes.ToArray();
        if (open >= 0 && known > 0 && layout.Count % known == 0) inferred[open] = layout.Count / known;
        else if (open >= 0 && known == 0)
            throw TorchError.Of($"cannot reshape tensor of 0 elements into shape {Layout.Describe(sizes)} because the unspecified dimension size -1 can be any value and is ambiguous");
        else if (open >= 0 || known != layout.Count)
            throw TorchError.Of($"shape '{Layout.Describe(sizes)}' is invalid for input of size {layout.Count}");
        return inferred;
    }

    /// <summary>
    /// The strides that show the elements of <paramref name="layout"/> in order under other sizes, or null. Old dimensions that lie one behind
    /// the other in memory form a run; each run must be cut up exactly by new dimensions.
    /// </summary>
    internal static long[]? TryStrides(Layout layout, ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        if (layout.Count == 0) return Layout.ContiguousStrides(sizes);
        var next = sizes.Length - 1;
        var runStride = layout.Rank > 0 ? layout.Strides[^1] : 1;
        var runCount = 1L;
        for (var d = layout.Rank - 1; d >= 0; d--)
        {
            runCount *= layout.Sizes[d];
            var runEnds = d == 0 || (layout.Sizes[d - 1] != 1 && layout.Strides[d - 1] != runCount * runStride);
            if (!runEnds) continue;
            var filled = 1L;
            while (next >= 0 && (filled < runCount || sizes[next] == 1))
            {
                strides[next] = filled * runStride;
                filled *= sizes[next];
                next--;
            }
            if (filled != runCount) return null;
            if (d == 0) continue;
            runCount = 1;
            runStride = layout.Strides[d - 1];
        }
        for (; next >= 0; next--) strides[next] = 1;
        return strides;
    }
}
