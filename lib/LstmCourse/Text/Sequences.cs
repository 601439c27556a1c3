namespace LstmCourse.Text;

/// <summary>Makes training examples of a sequence of ids: every beginning of it, or windows over it.</summary>
public static class Sequences
{
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
}
