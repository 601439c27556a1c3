using FusedRecurrent.Kernels.Recurrent;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>
/// Which sequences of a batch are how long. The kernels want the longest first; where the caller's are not, rows are put in that order on
/// the way in and back on the way out.
/// </summary>
internal sealed class RowOrder
{
    private readonly long[]? _order;
    private readonly long[]? _inverse;

    private RowOrder(SequenceShape sequence, long steps, long[]? lengths, long[]? order)
    {
        (Sequence, Steps, Lengths, _order) = (sequence, steps, lengths, order);
        if (order != null)
        {
            _inverse = new long[order.Length];
            for (int i = 0; i < order.Length; i++)
            {
                _inverse[order[i]] = i;
            }
        }
    }

    internal SequenceShape Sequence { get; }

    /// <summary>Time steps of the input, some of which may lie beyond the longest sequence.</summary>
    internal long Steps { get; }

    /// <summary>The lengths as the caller gave them, or null where every sequence fills the input.</summary>
    internal long[]? Lengths { get; }

    /// <summary>Whether part of the output belongs to no sequence and is zero.</summary>
    internal bool HasPadding => Lengths != null;

    internal static RowOrder Full(long steps, long batch) => new(SequenceShape.Uniform(steps, batch), steps, null, null);

    /// <summary>From one length for each sequence, 1 to <paramref name="steps"/>, in any order.</summary>
    internal static RowOrder Ragged(long steps, long[] lengths)
    {
        if (Array.TrueForAll(lengths, length => length == steps))
        {
            return Full(steps, lengths.Length);
        }

        long[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(i => lengths[i]).Select(i => (long)i)];
        var sizes = new long[lengths[order[0]]];
        foreach (long length in lengths)
        {
            for (long t = 0; t < length; t++)
            {
                sizes[t]++;
            }
        }

        bool sorted = order.Select((from, to) => from == to).All(same => same);
        return new(SequenceShape.Packed(sizes), steps, lengths, sorted ? null : order);
    }

    /// <summary>Rows of dimension <paramref name="dim"/>, longest first; the tensor itself where they are so already.</summary>
    internal Tensor? Sort(Tensor? t, int dim) => Pick(t, dim, _order);

    /// <summary>Rows of dimension <paramref name="dim"/> back in the caller's order.</summary>
    internal Tensor? Unsort(Tensor? t, int dim) => Pick(t, dim, _inverse);

    private static Tensor? Pick(Tensor? t, int dim, long[]? rows) =>
        t is null || rows == null ? t : t.index_select(dim, tensor(rows, ScalarType.Int64));
}
