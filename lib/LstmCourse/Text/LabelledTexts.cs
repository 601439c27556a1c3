namespace LstmCourse.Text;

/// <summary>Encoded texts with a label each: the data of a sentiment model.</summary>
/// <param name="Texts">The word ids of each text, at least one.</param>
/// <param name="Labels">0 or 1 for each text.</param>
public sealed record LabelledTexts(IReadOnlyList<long[]> Texts, IReadOnlyList<int> Labels)
{
    /// <summary>The number of texts.</summary>
    public int Count => Texts.Count;

    /// <summary>The number of words of all texts together.</summary>
    public long Tokens => Texts.Sum(text => (long)text.Length);

    /// <summary>Encodes texts and cuts the long ones.</summary>
    /// <param name="encoder">Cuts into words and numbers them.</param>
    /// <param name="examples">The texts with their labels.</param>
    /// <param name="maxLength">The most words a text may have.</param>
    /// <param name="truncation">Which end of a longer text is cut.</param>
    /// <exception cref="ArgumentException">There are no texts, or one has no words.</exception>
    public static LabelledTexts Encode(
        TextEncoder encoder, IEnumerable<(string Text, int Label)> examples, int maxLength = 200, Truncation truncation = Truncation.Front)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        (string Text, int Label)[] pairs = [.. examples];
        if (pairs.Length == 0) throw new ArgumentException("Expected at least one text, got none.", nameof(examples));
        if (pairs.FirstOrDefault(pair => pair.Label is not (0 or 1)) is { Text: not null } odd)
        {
            throw new ArgumentException($"Expected labels 0 (negative) and 1 (positive), got {odd.Label}.", nameof(examples));
        }

        return new LabelledTexts(
            [.. encoder.EncodeAll(pairs.Select(pair => pair.Text)).Select((text, i) => truncation.Cut(text.Ids, maxLength, i).ToArray())],
            [.. pairs.Select(pair => pair.Label)]);
    }
}
