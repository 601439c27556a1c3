using LstmCourse.Text;

namespace LstmCourse.Data;

/// <summary>A running text, such as the course's handbook, for language models.</summary>
/// <param name="Text">The whole text, repaired by <see cref="CleanText"/>, with <c>\n</c> line ends.</param>
/// <param name="Paragraphs">Its paragraphs, which empty lines separate, each on one line.</param>
/// <param name="Sentences">The sentences of all paragraphs, in order.</param>
public sealed record TextCorpus(string Text, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Sentences)
{
    /// <summary>The handbook that ships with the course.</summary>
    public static TextCorpus LoadHandbook() => Load(CourseData.PathOf("handbook.txt"));

    /// <summary>Reads a plain text file in UTF-8.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not UTF-8, or holds no words.</exception>
    public static TextCorpus Load(string path)
    {
        var text = TextFile.Read(path);
        return WordTokenizer.ForReviews.Tokenize(text).Length > 0
            ? FromText(text)
            : throw new InvalidDataException($"{path} holds no words: expected a text of at least one sentence.");
    }

    /// <summary>Takes a text apart.</summary>
    public static TextCorpus FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = CleanText.Repair(text).ReplaceLineEndings("\n");
        var blocks = SentenceSplitter.Paragraphs(text);
        return new TextCorpus(text, [.. blocks.Select(SentenceSplitter.JoinLines)], [.. blocks.SelectMany(SentenceSplitter.Sentences)]);
    }

    /// <summary>Divides the sentences into three blocks in order, see <see cref="Splits.Contiguous"/>.</summary>
    public Split<string> SplitSentences(double validation = 0.1, double test = 0.1) => Splits.Contiguous(Sentences, validation, test);
}
