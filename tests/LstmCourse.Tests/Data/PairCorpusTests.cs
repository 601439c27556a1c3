using LstmCourse.Data;
using LstmCourse.Tasks.Bilingual;
using LstmCourse.Testing;
using LstmCourse.Translation;

namespace LstmCourse.Tests.Data;

public sealed class PairCorpusTests : IDisposable
{
    private static readonly IReadOnlyList<SentencePair> Pairs = PairCorpus.Load(Repository.PathOf("data", "pairs.tsv"));

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string PathOfFile => Path.Combine(_folder, "pairs.tsv");

    [Fact]
    public void The_shipped_file_is_what_the_grammar_yields_and_then_the_pairs_by_hand()
    {
        var byHand = Pairs.Where(pair => pair.Origin == PairOrigin.Hand);
        Assert.Equal(
            PairCorpus.Write([.. BilingualSentences.Generate(), .. byHand]), File.ReadAllText(Repository.PathOf("data", "pairs.tsv")));
    }

    [Fact]
    public void The_parts_have_the_sizes_that_the_readme_says()
    {
        var counts = Pairs.CountBy(pair => (pair.Origin, pair.Part)).ToDictionary();
        Assert.Equal(5, counts.Count);
        Assert.Equal(4000, counts[(PairOrigin.Grammar, PairPart.Train)]);
        Assert.Equal(200, counts[(PairOrigin.Grammar, PairPart.Validation)]);
        Assert.Equal(400, counts[(PairOrigin.Grammar, PairPart.Test)]);
        Assert.Equal(200, counts[(PairOrigin.Grammar, PairPart.Combinations)]);
        Assert.Equal(304, counts[(PairOrigin.Hand, PairPart.Test)]);
    }

    [Fact]
    public void No_sentence_of_either_language_stands_there_twice()
    {
        static string Plain(string sentence) => string.Join(' ', ParallelText.Tokenize(sentence));
        Assert.Equal(Pairs.Count, Pairs.Select(pair => Plain(pair.English)).Distinct().Count());
        Assert.Equal(Pairs.Count, Pairs.Select(pair => Plain(pair.German)).Distinct().Count());
    }

    [Fact]
    public void Both_vocabularies_are_small_and_the_pairs_by_hand_have_words_outside()
    {
        var text = ParallelText.Build([.. Pairs.Where(pair => pair.Part == PairPart.Train)]);
        Assert.InRange(text.Source.Count, 100, 400);
        Assert.InRange(text.Target.Count, 100, 400);

        var byHand = Pairs.Where(pair => pair.Origin == PairOrigin.Hand).SelectMany(pair => ParallelText.Tokenize(pair.English));
        Assert.InRange(text.Source.Coverage(byHand), 0.6, 0.95);
    }

    [Fact]
    public void What_is_saved_is_read_again()
    {
        SentencePair[] pairs =
        [
            new("The door is open.", "Die Tür ist offen.", PairOrigin.Hand, PairPart.Test),
            new("I sleep.", "Ich schlafe.", PairOrigin.Grammar, PairPart.Combinations),
        ];
        PairCorpus.Save(PathOfFile, pairs);

        Assert.Equal(pairs, PairCorpus.Load(PathOfFile));
    }

    [Theory]
    [InlineData("a\tb\n", "expected the heading")]
    [InlineData("english\tgerman\torigin\tpart\n", "no pairs")]
    [InlineData("english\tgerman\torigin\tpart\nI sleep.\tIch schlafe.\n", "line 2: expected 4 columns")]
    [InlineData("english\tgerman\torigin\tpart\nI sleep.\tIch schlafe.\tbook\ttrain\n", "line 2: expected one of grammar, hand")]
    [InlineData("english\tgerman\torigin\tpart\nI sleep.\tIch schlafe.\thand\t0\n", "expected one of train, validation, test, combinations")]
    public void Wrong_files_are_refused_with_the_place(string text, string message)
    {
        File.WriteAllText(PathOfFile, text);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => PairCorpus.Load(PathOfFile)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
