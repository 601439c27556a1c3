using LstmCourse.Data;

namespace LstmCourse.Tasks;

/// <summary>
/// A seeded source of sentences whose words want their part of speech, and in which nine words can be either of two. Where a later word
/// decides, both tags are equally probable after every beginning: a reader that sees only the words so far cannot be right on more than
/// half of these places, except by luck.
/// </summary>
public static class TaggingSentences
{
    /// <summary>
    /// The parts of speech, named as in Universal Dependencies, with possessives counted as DET and subordinating words as CONJ.
    /// </summary>
    public static IReadOnlyList<string> Tags { get; } = ["DET", "NOUN", "VERB", "ADJ", "ADV", "PRON", "ADP", "AUX", "CONJ"];

    /// <summary>The words that can be either of two parts of speech. All others always are what they are.</summary>
    public static IReadOnlyList<AmbiguousWord> Ambiguous { get; } =
    [
        new("light", ("ADJ", "NOUN"), true, 1, 1, ("the light lamp stands", "the light shines")),
        new("her", ("DET", "PRON"), true, 1, 2, ("they see her lamp", "they see her again")),
        new("duck", ("NOUN", "VERB"), true, 1, 1, ("they see her duck swim", "they see her duck quickly")),
        new("that", ("DET", "CONJ"), true, 1, 1, ("they know that song", "they know that the song stands")),
        new("old", ("ADJ", "NOUN"), true, 2, 2, ("the old man sleeps", "the old man the boat")),
        new("man", ("NOUN", "VERB"), true, 1, 1, ("the old man sleeps", "the old man the boat")),
        new("have", ("AUX", "VERB"), true, 3, 8, ("have the children taken the key", "have the children take the key")),
        new("watch", ("NOUN", "VERB"), false, 1, 2, ("the watch falls", "they watch the boat")),
        new("saw", ("NOUN", "VERB"), false, 1, 2, ("the saw falls", "they saw the boat")),
    ];

    /// <summary>Writes sentences, no two of them alike.</summary>
    /// <param name="count">How many, at least 1 and at most 100,000.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public static TaggedSentence[] Generate(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 100_000);
        var random = new SeededRandom((ulong)seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sentences = new List<TaggedSentence>(count);
        while (sentences.Count < count)
        {
            var sentence = TaggingGrammar.Write(random);
            if (seen.Add(sentence.Text)) sentences.Add(sentence);
        }

        return [.. sentences];
    }

    /// <summary>Writes sentences in two parts; no sentence of the second stands in the first.</summary>
    /// <param name="train">How many to learn from, at least 1.</param>
    /// <param name="test">How many to test with, at least 1; both together at most 100,000.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of range.</exception>
    public static (TaggedSentence[] Train, TaggedSentence[] Test) Split(int train, int test, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(train, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(test, 1);
        var all = Generate(train + test, seed);
        return (all[..train], all[train..]);
    }
}
