using System.Globalization;
using LstmCourse.Exercises;

namespace LstmCourse.Tests.Exercises;

public class VerdictsTests
{
    [Theory]
    [InlineData(0.74002, "ok  c_t = 0.7400")]
    [InlineData(0.7, "not yet  c_t: got 0.7")]
    [InlineData(0.0, "not yet  c_t: got 0")]
    [InlineData(0.74011, "not yet  c_t: got 0.7401, close; it counts to within 0.0001")]
    [InlineData(0.7398, "not yet  c_t: got 0.7398, close; it counts to within 0.0001")]
    [InlineData(1e9, "not yet  c_t: got 1E+9")]
    [InlineData(double.PositiveInfinity, "not yet  c_t: got Infinity")]
    [InlineData(Check.Todo, "not yet  c_t: still to be filled in")]
    [InlineData(null, "not yet  c_t: still to be filled in")]
    public void A_number_is_compared_and_the_right_one_never_shown(double? mine, string expected) =>
        Assert.Equal(expected, Close(mine, 0.74, 1e-4).ToLine());

    [Fact]
    public void A_wrong_number_never_looks_like_the_right_one() =>
        Assert.StartsWith("not yet  n: got 12345679", Close(12345679, 12345678, 1e-6, "n").ToLine(), StringComparison.Ordinal);

    [Fact]
    public void A_wrong_number_that_is_known_brings_the_hint_that_fits()
    {
        (double, string)[] wrong = [(60400, "two bias vectors, not one"), (15200, "four gates")];
        Assert.Equal("four gates", Verdicts.Close("n", () => 15200, 60800, 0.5, null, wrong).FittingHint);
        Assert.Null(Verdicts.Close("n", () => 15300, 60800, 0.5, null, wrong).FittingHint);
        Assert.Equal("swapped", Verdicts.Close("h", () => [2, 1], [1, 2], 0.1, null, [([2, 1], "swapped")]).FittingHint);
        Assert.Equal("time", Verdicts.Equal("axis", () => "Time", "batch", null, [("time", "time")]).FittingHint);
    }

    [Fact]
    public void What_the_untouched_exercise_gives_counts_as_not_tried()
    {
        Verdict[] untouched =
        [
            Verdicts.Close("x", () => 0.5, 0.7, 1e-3, 0.5, null), Verdicts.Close("x", () => [1, 2], [1, 3], 1e-3, [1, 2], null),
            Verdicts.Equal("x", () => "left", "right", "left", null), Verdicts.Bar("x", () => 0.7, 0.9, least: true, 0.7),
        ];
        Assert.All(untouched, verdict => Assert.Equal(Outcome.Unchanged, verdict.Outcome));
        Assert.Equal("not yet  x: still as it was, got 0.7, and at least 0.9 is asked for", untouched[3].ToLine());
    }

    [Fact]
    public void After_a_try_what_the_untouched_exercise_gives_is_a_wrong_answer()
    {
        var unchanged = Verdicts.Close("x", () => 3, 2, 1e-3, 3, null).AfterATry();
        Assert.Equal(Outcome.Wrong, unchanged.Outcome);
        Assert.Equal("not yet  x: the same as before your change, got 3 — think", unchanged.ToLine("think"));
        Assert.Equal("ok  x = 2.000", Verdicts.Close("x", () => 2, 2, 1e-3, 3, null).AfterATry().ToLine());
        Assert.Equal(
            "not yet  x: still to be filled in", Verdicts.Close("x", () => Check.Todo, 2, 1e-3, 3, null).AfterATry().ToLine());
    }

    [Theory]
    [InlineData(new[] { 0.1, 0.2, 0.3001 }, "ok  h = 0.10, 0.20, 0.30")]
    [InlineData(new[] { 0.1, 0.5, 0.3 }, "not yet  h: got 0.1, 0.5, 0.3; look at the second number")]
    [InlineData(new[] { 0.1, 0.2 }, "not yet  h: got 2 values, and 3 are asked for")]
    [InlineData(null, "not yet  h: still to be filled in")]
    [InlineData(new double[0], "not yet  h: still to be filled in")]
    [InlineData(new[] { Check.Todo }, "not yet  h: still to be filled in")]
    [InlineData(new[] { 0.1, 0.2, double.NaN }, "not yet  h: the third number is still to be filled in")]
    public void A_sequence_is_compared_value_by_value(double[]? mine, string expected) =>
        Assert.Equal(expected, Verdicts.Close("h", () => mine, [0.1, 0.2, 0.3], 0.01, null, null).ToLine());

    [Fact]
    public void A_long_sequence_is_shortened() => Assert.Equal(
        "ok  h = 1, 1, 1, 1, 1, 1, … (20 values)",
        Verdicts.Close("h", () => Enumerable.Repeat(1.0, 20), Enumerable.Repeat(1.0, 20), 1, null, null).ToLine());

    [Fact]
    public void A_sequence_without_an_end_is_wrong_and_does_not_hang()
    {
        static IEnumerable<double> Endless()
        {
            while (true) yield return 1;
        }

        Assert.Equal("not yet  h: got 10000 values, and 2 are asked for", Verdicts.Close("h", Endless, [1, 1], 0.1, null, null).ToLine());
    }

    [Fact]
    public void Code_that_throws_is_not_yet_with_the_first_line_of_its_message()
    {
        static IEnumerable<double> Failing()
        {
            yield return 1;
            throw new InvalidOperationException("no more\nof this");
        }

        double[] empty = [];
        Assert.Equal("not yet  h: the code stopped: no more", Verdicts.Close("h", Failing, [1, 2], 0.1, null, null).ToLine());
        Assert.Equal("not yet  t: the code stopped: no more", Verdicts.That("t", () => throw new ArgumentException("no more")).ToLine());
        Assert.Contains("as many values as it counts on", Verdicts.Close("n", () => empty[3], 1, 0.1, null, null).ToLine(),
            StringComparison.Ordinal);
        Assert.Contains("a list that is empty", Verdicts.Close("n", () => empty.Average(), 1, 0.1, null, null).ToLine(),
            StringComparison.Ordinal);
        Assert.Equal(
            "not yet  n: still to be filled in", Verdicts.Close("n", () => throw new NotImplementedException(), 1, 0.1, null, null)
            .ToLine());
    }

    [Theory]
    [InlineData("Forget ", "forget", "ok  answer = \"Forget \"")]
    [InlineData("input", "forget", "not yet  answer: got \"input\"")]
    [InlineData(new[] { 8, 200, 64 }, new[] { 8L, 200L, 64L }, "ok  answer = [8, 200, 64]")]
    [InlineData(new[] { 8, 200, 64 }, new[] { 8, 64 }, "not yet  answer: got [8, 200, 64]")]
    [InlineData(3.0, 3, "ok  answer = 3")]
    [InlineData(null, 3, "not yet  answer: still to be filled in")]
    [InlineData(Check.Todo, 3, "not yet  answer: still to be filled in")]
    [InlineData("three", 3, "not yet  answer: got \"three\"")]
    public void Words_counts_and_shapes_are_equal_or_not(object? mine, object expected, string line) =>
        Assert.Equal(line, Verdicts.Equal("answer", () => mine, expected, null, null).ToLine());

    [Theory]
    [InlineData(0.93, true, "ok  F1 = 0.93")]
    [InlineData(0.9, true, "ok  F1 = 0.9")]
    [InlineData(0.85, true, "not yet  F1: got 0.85, and at least 0.9 is asked for")]
    [InlineData(0.85, false, "ok  F1 = 0.85")]
    [InlineData(1.25, false, "not yet  F1: got 1.25, and at most 0.9 is asked for")]
    [InlineData(Check.Todo, true, "not yet  F1: still to be filled in")]
    public void A_score_is_held_to_a_bar(double mine, bool least, string line) =>
        Assert.Equal(line, Verdicts.Bar("F1", () => mine, 0.9, least, null).ToLine());

    [Fact]
    public void A_condition_holds_or_not()
    {
        Assert.Equal("ok  the loss fell", Verdicts.That("the loss fell", () => true).ToLine("train longer"));
        Assert.Equal("not yet  the loss fell — train longer", Verdicts.That("the loss fell", () => false).ToLine("train longer"));
        Assert.Equal("not yet  the loss fell: still to be filled in", Verdicts.That("the loss fell", () => null).ToLine());
    }

    [Fact]
    public void Numbers_are_written_with_a_point_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("not yet  c: got 0.25", Close(0.25, 0.5, 1e-4, "c").ToLine());
            Assert.Equal("ok  shape = [1.5]", Verdicts.Equal("shape", () => new[] { 1.5 }, new[] { 1.5 }, null, null).ToLine());
            Assert.Equal("not yet  s: got 0.25, and at least 0.5 is asked for", Verdicts.Bar("s", () => 0.25, 0.5, least: true, null)
                .ToLine());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static Verdict Close(double? mine, double expected, double tol, string name = "c_t") =>
        Verdicts.Close(name, () => mine, expected, tol, null, null);
}
