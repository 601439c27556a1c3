namespace LstmCourse.Text;

/// <summary>
/// Sequences of equal length, row after row, ready to become a tensor of shape (batch, time):
/// <c>torch.tensor(padded.Ids, [padded.Count, padded.Length])</c>.
/// </summary>
/// <param name="Ids">The ids, row after row: <c>Count × Length</c> numbers.</param>
/// <param name="Mask">1 where an id belongs to the text and 0 where it is padding, laid out like <paramref name="Ids"/>.</param>
/// <param name="Lengths">How many ids of each row belong to the text, after truncation.</param>
/// <param name="Length">The common length of the rows: the number of time steps.</param>
/// <param name="Padding">The side that was filled up.</param>
public sealed record PaddedSequences(long[] Ids, float[] Mask, long[] Lengths, int Length, Side Padding)
{
    /// <summary>The number of sequences.</summary>
    public int Count => Lengths.Length;

    /// <summary>The ids of one sequence, padding included.</summary>
    public ReadOnlySpan<long> Row(int index) => Ids.AsSpan(index * Length, Length);

    /// <summary>The mask of one sequence.</summary>
    public ReadOnlySpan<float> MaskRow(int index) => Mask.AsSpan(index * Length, Length);
}
