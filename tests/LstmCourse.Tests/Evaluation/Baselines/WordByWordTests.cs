using LstmCourse.Evaluation.Baselines;

namespace LstmCourse.Tests.Evaluation.Baselines;

public sealed class WordByWordTests
{
    private static readonly (string[], string[])[] Pairs =
        [(["the", "house"], ["das", "haus"]), (["the", "book"], ["das", "buch"]), (["a", "book"], ["ein", "buch"])];

    // Round 0: each target word is shared equally among the source's words and none. "the" gets 1/3 of das, twice, of haus and of buch.
    [Fact]
    public void The_first_counts_are_those_worked_by_hand()
    {
        var first = WordByWord.Fit(Pairs, rounds: 1);

        // t0(das|the) = 1/2, t0(das|house) = 1/2, t0(das|none) = 1/3; t0(das|book) = 1/4. In "the house" the gets 3/8 of das,
        // in "the book" 6/13. Of haus it gets (1/4) / (1/4 + 1/2 + 1/6) = 3/11; of buch (1/4) / (1/4 + 1/2 + 1/3) = 3/13.
        var das = (3.0 / 8) + (6.0 / 13);
        Assert.Equal(das / (das + (3.0 / 11) + (3.0 / 13)), first.Probability("the", "das"), 1e-12);
    }

    [Fact]
    public void With_more_rounds_each_word_finds_its_own()
    {
        var model = WordByWord.Fit(Pairs, rounds: 30);

        Assert.Equal(["ein", "haus", "buch", "das"], model.Translate(["a", "house", "book", "the"]));
        Assert.True(model.Probability("book", "buch") > 0.9);
        Assert.Equal(1, new[] { "das", "haus", "buch", "ein" }.Sum(word => model.Probability("the", word)), 1e-9);
    }

    [Fact]
    public void A_word_never_seen_stays_as_it_is()
    {
        var model = WordByWord.Fit(Pairs);
        Assert.Equal(["Berlin"], model.Translate(["Berlin"]));
        Assert.Equal(0, model.Probability("Berlin", "das"));
    }

    [Fact]
    public void It_needs_pairs() => Assert.Throws<ArgumentException>(() => WordByWord.Fit([]));
}
