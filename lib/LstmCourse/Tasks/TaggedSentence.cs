namespace LstmCourse.Tasks;

/// <summary>A sentence with the part of speech of each word, and with the place of the word that decides it.</summary>
public sealed class TaggedSentence
{
    internal TaggedSentence(IReadOnlyList<string> words, IReadOnlyList<string> tags, IReadOnlyList<int> deciders) =>
        (Words, Tags, Deciders) = (words, tags, deciders);

    /// <summary>The words, in lower case; there are no marks.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The part of speech of each word, one of <see cref="TaggingSentences.Tags"/>.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>
    /// For each word the position, from 0, of the word that decides its tag: its own where the word is always the same part of speech, a
    /// smaller one where an earlier word decides, a larger one where a later word does.
    /// </summary>
    public IReadOnlyList<int> Deciders { get; }

    /// <summary>The sentence as it reads, without tags.</summary>
    public string Text => string.Join(' ', Words);

    /// <summary>Each word with its tag, such as <c>they/PRON see/VERB her/DET dog/NOUN</c>.</summary>
    public override string ToString() => string.Join(' ', Words.Zip(Tags, (word, tag) => $"{word}/{tag}"));
}
