using LstmCourse.Evaluation;

namespace LstmCourse.Tests.Evaluation;

/// <summary>The figures are those of the paper of 2002 and of NLTK 3.8.</summary>
public sealed class BleuTests
{
    // The paper's example 1, a number for each word; the references have 16, 18 and 16 words.
    private const string First = "1 2 3 4 5 6 7 8 9 10 11 12 13 10 14 15 10 16", Second = "1 2 5 17 10 18 19 20 10 21 22 9 16 23";

    private static readonly string[] References =
    [
        "1 2 3 4 5 6 9 8 9 10 11 24 19 25 26 14", "1 2 10 27 28 7 29 10 11 30 12 31 32 10 33 15 10 26",
        "1 2 10 34 4 35 10 36 12 5 25 10 37 15 10 16",
    ];

    [Fact]
    public void A_word_repeated_counts_as_often_as_it_stands_in_one_reference() =>
        Assert.Equal((2L, 7L), Bleu.Matches(Words("the the the the the the the"),
            [Words("the cat is on the mat"), Words("there is a cat on the mat")], order: 1));

    [Theory]
    [InlineData(First, 1, 17, 18)]
    [InlineData(First, 2, 10, 17)]
    [InlineData(First, 3, 7, 16)]
    [InlineData(First, 4, 4, 15)]
    [InlineData(Second, 1, 8, 14)]
    [InlineData(Second, 2, 1, 13)]
    [InlineData(Second, 3, 0, 12)]
    public void Precisions_are_those_of_the_papers_example(string translation, int order, long matches, long total) =>
        Assert.Equal((matches, total), Bleu.Matches(Words(translation), [.. References.Select(Words)], order));

    [Fact]
    public void Scores_with_several_references_are_nltks()
    {
        IReadOnlyList<string>[] references = [.. References.Select(Words)];
        Assert.Equal(0.5045666840058485, Bleu.Corpus([Words(First)], [references]).Score, 1e-12);
        Assert.Equal(0.3043537261305561, Bleu.Corpus([Words(First), Words(Second)], [references, references]).Score, 1e-12);
    }

    [Fact]
    public void A_corpus_is_counted_as_one_with_a_penalty_for_what_is_too_short()
    {
        var score = Bleu.Corpus(
            [
                Words("die frau liest das buch ."), Words("heute kann der mann das fenster nicht aufmachen ."),
                Words("sie hat den alten brief gelesen ."), Words("ich weiß , dass er schläft ."),
            ],
            [
                Words("die frau liest das alte buch ."), Words("heute kann der mann die tür nicht aufmachen ."),
                Words("sie hat gestern den alten brief gelesen ."), Words("ich weiß , dass er nicht schläft ."),
            ]);

        Assert.Equal((29L, 32L), (score.Length, score.ReferenceLength));
        Assert.Equal(0.9017226623630116, score.BrevityPenalty, 1e-12);
        Assert.Equal(0.5422964408500188, score.Score, 1e-12);
        double[] alone = [0.8395348925448728, 0.6853092233958888, 0.47233091838062513, 0.31825505730459236];
        Assert.All(score.Precisions.Zip(alone), pair => Assert.Equal(pair.Second / score.BrevityPenalty, pair.First, 1e-12));
        Assert.Equal("BLEU 54.2", score.ToString());
    }

    [Fact]
    public void Of_two_references_equally_near_the_shorter_counts() =>
        Assert.Equal(0.8627788640890415, Bleu.Corpus(
            [Words("a b c d e f"), Words("g h i j k")],
            [[Words("a b c d x"), Words("a b c d e f g")], [Words("g h i j q r"), Words("g h i j")]]).Score, 1e-12);

    [Fact]
    public void A_translation_that_is_the_reference_has_one_and_one_without_four_words_in_a_row_has_zero()
    {
        Assert.Equal(1, Bleu.Corpus([Words("a b c d e")], [Words("a b c d e")]).Score, 1e-12);
        Assert.Equal(0, Bleu.Corpus([Words("a b c x e")], [Words("a b c d e")]).Score);
        Assert.Equal(0, Bleu.Corpus([[]], [Words("a b c d e")]).Score);
    }

    [Fact]
    public void Each_translation_needs_its_reference() =>
        Assert.Contains("got 1 and 2", Assert.Throws<ArgumentException>(
            () => Bleu.Corpus([Words("a")], [Words("a"), Words("b")])).Message, StringComparison.Ordinal);

    private static IReadOnlyList<string> Words(string text) => text.Split(' ');
}
