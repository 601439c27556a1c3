using LstmCourse.Charts;

namespace LstmCourse.Tests.Charts;

/// <summary>What is wrong with the input, and how to mend it, stands in one line.</summary>
public class ChartInputTests
{
    [Fact]
    public void An_empty_sequence() =>
        AssertMessage("Expected at least one number for the forget gate; got an empty sequence.", () => Plots.Gates([], [1], [1], [1]));

    [Fact]
    public void No_series() => AssertMessage("Expected at least one series, such as (\"train\", losses); got none.", () => Plots.Lines([]));

    [Fact]
    public void No_sequence_at_all() =>
        AssertMessage("Expected a sequence of numbers for the cell state; got null.", () => Plots.Memory(null!, [1]));

    [Fact]
    public void Sequences_of_different_length() =>
        AssertMessage(
            "Expected as many values of the hidden state as values of the cell state (3); got 2.", () => Plots.Memory([1, 2, 3], [1, 2]));

    [Fact]
    public void A_gate_above_one() =>
        AssertMessage(
            "Expected the input gate between 0 and 1; got 1.5 at position 1.", () => Plots.Gates([1, 1], [0.5, 1.5], [0, 0], [1, 1]));

    [Fact]
    public void A_gradient_with_a_sign() => AssertMessage(
        "Expected sizes of gradients, zero or above; \"RNN\" has -0.25 at position 1. Take Math.Abs(...) first.",
        () => Plots.GradientFlow([("RNN", [1, -0.25])]));

    [Fact]
    public void A_matrix_with_ragged_rows() => AssertMessage(
        "Expected rows of one length for the heat map; row 0 has 2 numbers and row 1 has 1.", () => Plots.Heatmap([[1, 2], [3]]));

    [Fact]
    public void A_matrix_that_is_not_square() =>
        AssertMessage(
            "Expected a square matrix of counts; got 1 x 2. (Parameter 'counts')", () => Plots.ConfusionMatrix(new[,] { { 1, 2 } }, ["a"]));

    [Fact]
    public void Fewer_labels_than_bars() => AssertMessage("Expected as many values as labels (1); got 2.", () => Plots.Bars(["a"], [1, 2]));

    [Fact]
    public void A_probability_in_percent() =>
        AssertMessage("Expected probabilities between 0 and 1; got 34 at position 0.", () => Plots.TokenProbabilities(["a"], [34]));

    [Fact]
    public void An_error_below_zero() =>
        AssertMessage("Expected errors of at least 0; got -1 at position 0.", () => Plots.Means(["a"], [1], [-1]));

    [Fact]
    public void A_forecast_that_starts_beyond_the_data() => AssertMessage(
        "Expected the forecast to start between 0 and 2, the number of actual values; got 5.",
        () => Plots.Forecast([1, 2], [("a", [1])], 5));

    [Fact]
    public void Sound_without_a_rate() =>
        AssertMessage("Expected more than zero samples a second; got 0.", () => Plots.Waveform([0.5f], 0));

    [Fact]
    public void Half_a_band() =>
        AssertMessage("Expected both edges of the band, or neither.", () => Plots.Forecast([1, 2], [("a", [1])], 1, lower: [1]));

    [Fact]
    public void Half_a_range() =>
        AssertMessage("Expected both YMin and YMax, or neither.", () => Plots.Lines([("a", [1])], options: new() { YMin = 0 }));

    [Fact]
    public void A_size_too_small_to_read() =>
        AssertMessage(
            "Expected a width between 200 and 4000 pixels; got 10.", () => Plots.Lines([("a", [1])], options: new() { Width = 10 }));

    private static void AssertMessage(string expected, Func<object> act) =>
        Assert.Equal(expected, Assert.ThrowsAny<ArgumentException>(act).Message);
}
