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
    public void Ranks_begin_with_the_largest_value()
    {
        double[] values = [0.2, 0.5, 0.2, 0.1];

        Assert.Equal([1, 0, 2, 3], Enumerable.Range(0, 4).Select(i => Metrics.RankOf(values, i)));
    }
}
