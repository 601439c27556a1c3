using System.Globalization;

namespace LstmCourse.Tests.Exercises;

public class CheckTests
{
    [Theory]
    [InlineData(0.74002, "ok  c_t = 0.7400")]
    [InlineData(0.7, "not yet  c_t: expected 0.7400, got 0.7000 — add i g")]
    [InlineData(0.0, "not yet  c_t: expected 0.7400, got 0.0000 — add i g")]
    [InlineData(0.74011, "not yet  c_t: expected 0.7400, got 0.7401 — add i g")]
    [InlineData(1e9, "not yet  c_t: expected 0.7400, got 1E+9 — add i g")]
    [InlineData(double.PositiveInfinity, "not yet  c_t: expected 0.7400, got Infinity — add i g")]
    [InlineData(Check.Todo, "not yet  c_t: still to be filled in — add i g")]
    [InlineData(null, "not yet  c_t: still to be filled in — add i g")]
    public void A_number_is_compared(double? mine, string expected) =>
        Assert.Equal(expected, Verdict.Close("c_t", mine, 0.74, 1e-4, "add i g"));

    [Fact]
    public void A_wrong_number_never_looks_like_the_right_one() =>
        Assert.Equal("not yet  n: expected 1.2346E+7, got 12345679", Verdict.Close("n", 12345679, 12345678, 1e-6, null));

    [Fact]
    public void A_sequence_is_compared_value_by_value()
    {
        double[] expected = [0.1, 0.2, 0.3];
        Assert.Equal("ok  h = 0.10, 0.20, 0.30", Verdict.Close("h", [0.1, 0.2, 0.3001], expected, 0.01, null));
        Assert.Equal("not yet  h[1]: expected 0.20, got 0.50 — look again", Verdict.Close("h", [0.1, 0.5, 0.3], expected, 0.01, "look again"));
        Assert.Equal("not yet  h: expected 3 values, got 2", Verdict.Close("h", [0.1, 0.2], expected, 0.01, null));
        Assert.Equal("not yet  h: still to be filled in", Verdict.Close("h", (double[]?)null, expected, 0.01, null));
        Assert.Equal("not yet  h: still to be filled in", Verdict.Close("h", Array.Empty<double>(), expected, 0.01, null));
        Assert.Equal("not yet  h: still to be filled in", Verdict.Close("h", [Check.Todo], expected, 0.01, null));
        Assert.Equal("not yet  h[2]: still to be filled in", Verdict.Close("h", [0.1, 0.2, double.NaN], expected, 0.01, null));
        Assert.Equal("ok  h = 1, 1, 1, 1, 1, 1, … (20 values)", Verdict.Close("h", Enumerable.Repeat(1.0, 20), Enumerable.Repeat(1.0, 20), 1, null));
    }

    [Fact]
    public void A_sequence_that_fails_while_it_is_read_is_reported_not_thrown()
    {
        static IEnumerable<double> Failing()
        {
            yield return 1;
            throw new InvalidOperationException("no more");
        }

        Assert.Equal("not yet  h: could not be read (no more)", Verdict.Close("h", Failing(), [1, 2], 0.1, null));
    }

    [Fact]
    public void Words_counts_and_shapes_are_equal_or_not()
    {
        Assert.Equal("ok  gate = \"Forget \"", Verdict.Equal("gate", "Forget ", "forget", null));
        Assert.Equal("not yet  gate: expected \"forget\", got \"input\" — which one multiplies c?", Verdict.Equal("gate", "input", "forget", "which one multiplies c?"));
        Assert.Equal("ok  shape = [8, 200, 64]", Verdict.Equal("shape", new[] { 8, 200, 64 }, new long[] { 8, 200, 64 }, null));
        Assert.Equal("not yet  shape: expected [8, 64], got [8, 200, 64]", Verdict.Equal("shape", new[] { 8, 200, 64 }, new[] { 8, 64 }, null));
        Assert.Equal("not yet  steps: still to be filled in", Verdict.Equal("steps", null, 3, null));
        Assert.Equal("not yet  steps: still to be filled in", Verdict.Equal("steps", Check.Todo, 3, null));
        Assert.Equal("not yet  steps: expected 3, got \"three\"", Verdict.Equal("steps", "three", 3, null));
    }

    [Fact]
    public void A_condition_holds_or_not()
    {
        Assert.Equal("ok  the loss fell", Verdict.That("the loss fell", true, "train longer"));
        Assert.Equal("not yet  the loss fell — train longer", Verdict.That("the loss fell", false, "train longer"));
        Assert.Equal("not yet  the loss fell: still to be filled in", Verdict.That("the loss fell", null, null));
    }

    [Fact]
    public void Numbers_are_written_with_a_point_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("not yet  c: expected 0.5000, got 0.2500", Verdict.Close("c", 0.25, 0.5, 1e-4, null));
            Assert.Equal("ok  shape = [1.5]", Verdict.Equal("shape", new[] { 1.5 }, new[] { 1.5 }, null));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
