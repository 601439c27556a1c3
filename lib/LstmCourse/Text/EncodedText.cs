namespace LstmCourse.Text;

/// <summary>A text as a model reads it.</summary>
/// <param name="tokens">The words and punctuation, at least one.</param>
/// <param name="ids">Their ids.</param>
/// <param name="unknownCount">How many tokens are outside the vocabulary.</param>
public sealed class EncodedText(string[] tokens, long[] ids, int unknownCount)
{
    /// <summary>The words and punctuation, at least one.</summary>
    public string[] Tokens { get; } = tokens;

    /// <summary>Their ids.</summary>
    public long[] Ids { get; } = ids;

    /// <summary>How many tokens are outside the vocabulary.</summary>
    public int UnknownCount { get; } = unknownCount;

    /// <summary>The share of tokens that the vocabulary knows, 0 to 1.</summary>
    public double KnownShare => 1 - (double)UnknownCount / Tokens.Length;
}
