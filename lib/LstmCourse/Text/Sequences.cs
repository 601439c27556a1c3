namespace LstmCourse.Text;

/// <summary>Cuts and fills sequences of ids into the shapes that a recurrent network reads.</summary>
public static class Sequences
{
    /// <summary>Brings sequences to one length: longer ones are truncated, shorter ones padded.</summary>
    /// <param name="sequences">Sequences of ids, each with at least one.</param>
    /// <param name="length">The common length, or null for that of the longest sequence.</param>
    /// <param name="padding">
    /// The side that is filled. Left keeps the last word at the last step, so the last state has just read it; right needs a mask or
    /// packing, or the last state has read padding since.
    /// </param>
    /// <param name="truncation">What happens to longer sequences.</param>
    /// <param name="padId">The id to fill with.</param>
    /// <exception cref="ArgumentException">There are no sequences, one is empty, or one is too long and may not be truncated.</exception>
    public static PaddedSequences Pad(
        IEnumerable<long[]> sequences, int? length, Side padding, Truncation truncation, long padId = Vocabulary.PadId)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        if (length < 1) throw new ArgumentOutOfRangeException(nameof(length), length, $"Expected a length of at least 1, got {length}.");
        var rows = sequences.ToArray();
        if (rows.Length == 0) throw new ArgumentException("Expected at least one sequence, got none.", nameof(sequences));

        var steps = length ?? Math.Max(1, rows.Max(row => row.Length));
        var (ids, mask, lengths) = (new long[rows.Length * steps], new float[rows.Length * steps], new long[rows.Length]);
        Array.Fill(ids, padId);
        for (var i = 0; i < rows.Length; i++)
        {
            var kept = Truncate(rows[i], steps, truncation, i);
            var start = i * steps + (padding == Side.Left ? steps - kept.Length : 0);
            kept.CopyTo(ids.AsSpan(start));
            mask.AsSpan(start, kept.Length).Fill(1);
            lengths[i] = kept.Length;
        }

        return new PaddedSequences(ids, mask, lengths, steps, padding);
    }

    /// <summary>
    /// Every beginning of a sequence with the id that follows it, as training examples for the next word:
    /// <c>a b c d</c> gives <c>a → b</c>, <c>a b → c</c>, <c>a b c → d</c>.
    /// </summary>
    /// <param name="sequence">The ids of one sentence or text, at least two.</param>
    /// <param name="maxContext">The longest prefix; of longer ones the last ids are kept.</param>
    /// <returns>One example for each id but the first.</returns>
    public static IReadOnlyList<NextIdExample> GrowingPrefixes(ReadOnlySpan<long> sequence, int maxContext = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxContext, 1);
        if (sequence.Length < 2)
        {
            throw new ArgumentException(
                $"Expected at least 2 ids, one to read and one to predict, got {sequence.Length}.", nameof(sequence));
        }

        var examples = new NextIdExample[sequence.Length - 1];
        for (var next = 1; next < sequence.Length; next++)
        {
            examples[next - 1] = new NextIdExample(sequence[Math.Max(0, next - maxContext)..next].ToArray(), sequence[next]);
        }

        return examples;
    }

    /// <summary>
    /// Windows over a long text, each with the same window moved on by one id as its targets: every step predicts the next.
    /// </summary>
    /// <param name="sequence">The ids of a text, more than <paramref name="length"/>.</param>
    /// <param name="length">The number of steps in a window.</param>
    /// <param name="stride">How far each window lies behind the one before; null for <paramref name="length"/>, without overlap.</param>
    /// <returns>The windows in order. Ids behind the last whole window are left out.</returns>
    public static IReadOnlyList<ShiftedWindow> SlidingWindows(ReadOnlySpan<long> sequence, int length, int? stride = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var step = stride ?? length;
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1, nameof(stride));
        if (sequence.Length <= length)
        {
            throw new ArgumentException(
                $"Expected more than {length} ids for windows of length {length} and the id behind each, got {sequence.Length}. Use "
                    + "shorter windows or more text.",
                nameof(sequence));
        }

        var windows = new List<ShiftedWindow>((sequence.Length - 1) / step + 1);
        for (var start = 0; start + length < sequence.Length; start += step)
        {
            windows.Add(new ShiftedWindow(sequence.Slice(start, length).ToArray(), sequence.Slice(start + 1, length).ToArray()));
        }

        return windows;
    }

    private static ReadOnlySpan<long> Truncate(long[] row, int limit, Truncation truncation, int index)
    {
        if (row.Length == 0)
        {
            throw new ArgumentException(
                $"Sequence {index} is empty. Leave empty texts out before padding; an LSTM needs at least one step.");
        }

        if (row.Length <= limit) return row;
        return truncation switch
        {
            Truncation.Front => row.AsSpan(row.Length - limit),
            Truncation.Back => row.AsSpan(0, limit),
            _ => throw new ArgumentException(
                $"Sequence {index} has {row.Length} ids, the limit is {limit}. Raise the length, or say which end to drop with "
                    + "Truncation.Front or Truncation.Back."),
        };
    }
}
