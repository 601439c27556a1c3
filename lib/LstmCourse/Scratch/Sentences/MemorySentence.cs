namespace LstmCourse.Scratch.Sentences;

/// <summary>A sentence whose last word is to be found: "anna grew up in france . … she speaks fluent ___".</summary>
public sealed class MemorySentence
{
    internal MemorySentence(string[] words, int[] tokens, int answer, int distance) =>
        (Words, Tokens, Answer, Distance) = (words, tokens, answer, distance);

    /// <summary>The words up to the gap.</summary>
    public string[] Words { get; }

    /// <summary>The words as numbers, for an embedding.</summary>
    public int[] Tokens { get; }

    /// <summary>The word in the gap, as an index into <see cref="MemorySentences.Languages"/>.</summary>
    public int Answer { get; }

    /// <summary>How many words the answer must be remembered: from the home country to the gap.</summary>
    public int Distance { get; }

    /// <summary>The sentence with its answer, as one reads it.</summary>
    public override string ToString() => $"{string.Join(' ', Words)} [{MemorySentences.Languages[Answer]}]";
}
