using LstmCourse.Evaluation;

namespace LstmCourse.Tests.Evaluation;

public sealed class MetricsTests
{
    [Fact]
    public void Perplexity_of_a_uniform_guess_is_the_number_of_choices() => Assert.Equal(10, Metrics.Perplexity(Math.Log(10)), 10);

    [Fact]
    public void Accuracy_counts_a_probability_at_the_threshold_as_a_one() =>
        Assert.Equal(0.75, Metrics.Accuracy([1, 0, 1, 0], [0.5, 0.4, 0.9, 0.6]), 12);

    [Fact]
    public void The_majority_is_taken_from_the_training_labels() =>
        Assert.Equal(1 / 3.0, Metrics.MajorityAccuracy([1, 1, 0], [0, 0, 1]), 12);

    [Fact]
    public void The_calibration_error_weighs_each_bin_by_its_examples()
    {
        // Bins of a half: three examples said 0.1, 0.2, 0.3 and one of them came true, |0.2 - 1/3| of 3/5;
        // two said 0.9 and 1 and both came true, |0.95 - 1| of 2/5.
        var expected = (Math.Abs(0.2 - 1 / 3.0) * 3 / 5) + (0.05 * 2 / 5);

        Assert.Equal(expected, Metrics.CalibrationError([0, 1, 0, 1, 1], [0.1, 0.2, 0.3, 0.9, 1], bins: 2), 12);
        Assert.Equal(0.1, Metrics.CalibrationError([1, 1, 1, 1, 0, 1, 1, 1, 1, 1], [.. Enumerable.Repeat(1.0, 10)]), 12);
        Assert.Equal(0, Metrics.CalibrationError([1, 0], [1, 0]), 12);
    }

    [Fact]
    public void A_calibration_of_no_probabilities_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Metrics.CalibrationError([], []));
        Assert.Throws<ArgumentException>(() => Metrics.CalibrationError([1], [0.5, 0.5]));
        Assert.Contains("got 1.5", Assert.Throws<ArgumentException>(() => Metrics.CalibrationError([1], [1.5])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_begin_with_the_largest_value()
    {
        double[] values = [0.2, 0.5, 0.2, 0.1];

        Assert.Equal([1, 0, 2, 3], Enumerable.Range(0, 4).Select(i => Metrics.RankOf(values, i)));
    }
}
