using static TorchSharp.torch;

namespace LstmCourse.Text;

/// <summary>
/// A batch of texts as a recurrent network reads it: ids brought to one length, and how long each text really is. Its tensors belong to the
/// dispose scope that is open when it is made.
/// </summary>
public sealed class TextBatch
{
    private TextBatch(Tensor tokens, Tensor lengths, Side padding) => (Tokens, Lengths, Padding) = (tokens, lengths, padding);

    /// <summary>Word ids, shape (batch, time), Int64.</summary>
    public Tensor Tokens { get; }

    /// <summary>The number of words of each text, shape (batch), Int64; on the processor, where packing wants it.</summary>
    public Tensor Lengths { get; }

    /// <summary>The side that was filled.</summary>
    public Side Padding { get; }

    /// <summary>Brings texts to one length: longer ones are truncated, shorter ones padded.</summary>
    /// <param name="texts">The word ids of each text, at least one.</param>
    /// <param name="padding">
    /// The side that is filled. Left keeps the last word at the last step, so the last state has just read it; right needs a mask or
    /// packing, or the last state has read padding since.
    /// </param>
    /// <param name="length">The number of time steps, or null for that of the longest text.</param>
    /// <param name="truncation">What happens to longer texts.</param>
    /// <param name="padId">The id to fill with.</param>
    /// <param name="device">Where the tokens are to live; null for the processor.</param>
    /// <exception cref="ArgumentException">There are no texts, one is empty, or one is too long and may not be truncated.</exception>
    public static TextBatch Of(
        IEnumerable<long[]> texts, Side padding = Side.Right, int? length = null, Truncation truncation = Truncation.Front,
        long padId = Vocabulary.PadId, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (length < 1) throw new ArgumentOutOfRangeException(nameof(length), length, $"Expected a length of at least 1, got {length}.");
        var rows = texts.ToArray();
        if (rows.Length == 0) throw new ArgumentException("Expected at least one text, got none.", nameof(texts));

        var steps = length ?? Math.Max(1, rows.Max(row => row.Length));
        var (ids, lengths) = (new long[rows.Length * steps], new long[rows.Length]);
        Array.Fill(ids, padId);
        for (var i = 0; i < rows.Length; i++)
        {
            var kept = truncation.Cut(rows[i], steps, i);
            kept.CopyTo(ids.AsSpan(i * steps + (padding == Side.Left ? steps - kept.Length : 0)));
            lengths[i] = kept.Length;
        }

        return new TextBatch(tensor(ids, [rows.Length, steps], device: device), tensor(lengths), padding);
    }

    /// <summary>
    /// Texts to learn the next word from: what is read begins with <see cref="Vocabulary.BeginId"/> and lies one word behind what is to be
    /// said. Both are padded on the right.
    /// </summary>
    /// <param name="texts">The word ids of each text, at least one.</param>
    /// <param name="device">Where the tokens are to live; null for the processor.</param>
    public static (TextBatch Inputs, TextBatch Targets) Shifted(IReadOnlyList<long[]> texts, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return (
            Of(texts.Select(text => (long[])[Vocabulary.BeginId, .. text[..^1]]), device: device),
            Of(texts, device: device));
    }

    /// <summary>Where the words are: 1 at a word, 0 at padding.</summary>
    /// <returns>Shape (batch, time), Float32, on the tokens' device.</returns>
    public Tensor Mask()
    {
        var fromStart = Mask(Lengths, Tokens.size(1), Tokens.device);
        return Padding == Side.Right ? fromStart : fromStart.flip(1);
    }

    /// <summary>Where the words are in texts padded on the right: 1 at a word, 0 at padding.</summary>
    /// <param name="lengths">The number of words of each text, shape (batch), Int64.</param>
    /// <param name="steps">The number of time steps.</param>
    /// <param name="device">Where the mask is to live; null for where the lengths do.</param>
    /// <returns>Shape (batch, time), Float32.</returns>
    public static Tensor Mask(Tensor lengths, long steps, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        var onDevice = lengths.to(device ?? lengths.device);
        return (arange(steps, dtype: ScalarType.Int64, device: onDevice.device).unsqueeze(0) < onDevice.unsqueeze(1))
            .to(ScalarType.Float32);
    }

    /// <summary>The ids of one text, padding included.</summary>
    /// <param name="index">Which text, from 0.</param>
    public long[] Row(int index)
    {
        using var scope = NewDisposeScope();
        return Tokens[index].cpu().data<long>().ToArray();
    }
}
