using LstmCourse.Data;

namespace ReviewGenerator.Tests;

public sealed class GrammarTests
{
    [Fact]
    public void Every_reference_of_the_shipped_grammar_has_its_rule() =>
        Assert.Empty(Grammar.Reviews.FindMissing(ReviewWriter.Aspects, ReviewWriter.BoundNames));

    [Fact]
    public void Missing_rules_are_found()
    {
        var grammar = Grammar.Parse("start: [$.one] is [adjective.+]\nacting.one: the cast\nadjective.good: fine\n");
        Assert.Equal(["start -> adjective.bad", "start -> sound.one"], grammar.FindMissing(["acting", "sound"], []).Order());
    }

    [Theory]
    [InlineData(true, "the cast is not bad")]
    [InlineData(false, "the cast is not good")]
    public void Marks_stand_for_the_polarity_and_the_aspect_of_the_clause(bool positive, string expected)
    {
        var grammar = Grammar.Parse(
            "start: [$.one] is not [adjective.-]\nacting.one: the cast\nadjective.+: [plain.+]\nplain.good: good\nplain.bad: bad\n");
        Assert.Equal(expected, grammar.Expand("start", Context(positive)));
    }

    [Fact]
    public void No_alternative_comes_twice_while_others_are_left()
    {
        var grammar = Grammar.Parse("# a comment\nstart: a | b\n  c | d {2}\n");
        var context = Context(true);
        Assert.Equal("abcd", string.Concat(Enumerable.Range(0, 4).Select(_ => grammar.Expand("start", context)).Order()));
        Assert.Contains(grammar.Expand("start", context), "abcd", StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_makes_an_alternative_more_frequent()
    {
        var grammar = Grammar.Parse("start: a {3} | b\n");
        Assert.InRange(Enumerable.Range(0, 1_000).Count(seed => grammar.Expand("start", Context(true, seed)) == "a"), 700, 800);
    }

    [Fact]
    public void Bound_names_keep_their_value()
    {
        var context = Context(true);
        context.Bound["hero"] = "Ida";
        Assert.Equal("Ida, Ida", Grammar.Parse("start: [hero], [hero]").Expand("start", context));
    }

    [Theory]
    [InlineData("no rule here")]
    [InlineData("  continuation without a rule")]
    [InlineData("empty:")]
    [InlineData("twice: a\ntwice: b")]
    [InlineData("open: [bracket")]
    public void Refuses_what_is_no_grammar(string text) => Assert.Throws<FormatException>(() => Grammar.Parse(text));

    private static GrammarContext Context(bool positive, int seed = 1) =>
        new(new SeededRandom((ulong)seed)) { Positive = positive, Aspect = "acting" };
}
