namespace LstmCourse.Scratch.Sentences;

/// <summary>A sentence whose last word is to be found: "anna grew up in france . … she speaks fluent ___".</summary>
/// <param name="Words">The words up to the gap.</param>
/// <param name="Tokens">The words as numbers, for an embedding.</param>
/// <param name="Answer">The word in the gap, as an index into <see cref="MemorySentences.Languages"/>.</param>
/// <param name="Distance">How many words the answer must be remembered: from the home country to the gap.</param>
public sealed record MemorySentence(string[] Words, int[] Tokens, int Answer, int Distance)
{
    /// <summary>The sentence with its answer, as one reads it.</summary>
    public override string ToString() => $"{string.Join(' ', Words)} [{MemorySentences.Languages[Answer]}]";
}
