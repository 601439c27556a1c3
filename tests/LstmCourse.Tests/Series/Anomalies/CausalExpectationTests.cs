using LstmCourse.Series.Anomalies;

namespace LstmCourse.Tests.Series.Anomalies;

public sealed class CausalExpectationTests
{
    [Fact]
    public void The_rolling_median_is_that_worked_out_by_hand()
    {
        // Of the last three: {3}, {3, 9}, {3, 9, 4}, {9, 4, 100}, {4, 100, 5}.
        Assert.Equal([3, 3, 6, 4, 9, 5], CausalExpectation.RollingMedian([3, 9, 4, 100, 5, 6], 3));
        Assert.Equal([1, 1, 1.5, 2.5], CausalExpectation.RollingMedian([1, 2, 3, 7], 2));
    }

    [Fact]
    public void The_moving_average_is_that_worked_out_by_hand()
    {
        // m = 8, 0.5 · 4 + 0.5 · 8 = 6, 0.5 · 0 + 0.5 · 6 = 3.
        Assert.Equal([8, 8, 6, 3], CausalExpectation.Ewma([8, 4, 0, 99], 0.5));
        Assert.Equal([8, 8, 4, 0], CausalExpectation.Ewma([8, 4, 0, 99], 1));
    }

    [Fact]
    public void Nothing_of_the_future_changes_an_expectation()
    {
        double[] values = [4, 7, 1, 9, 2, 5, 3];
        Func<double[], double[]>[] detectors = [v => CausalExpectation.RollingMedian(v, 4), v => CausalExpectation.Ewma(v, 0.3)];
        foreach (var expected in detectors)
        {
            for (var t = 1; t < values.Length; t++)
            {
                double[] other = [.. values[..t], .. values[t..].Select(v => v + 1000)];
                Assert.Equal(expected(values)[..(t + 1)], expected(other)[..(t + 1)]);
            }
        }
    }

    [Fact]
    public void Values_and_settings_that_make_no_sense_are_refused()
    {
        Assert.StartsWith("The value at step 1 is no number.",
            Assert.Throws<ArgumentException>(() => CausalExpectation.RollingMedian([1, double.NaN], 3)).Message);
        Assert.StartsWith("Expected at least one value", Assert.Throws<ArgumentException>(() => CausalExpectation.Ewma([], 0.5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CausalExpectation.RollingMedian([1], 0));
        Assert.StartsWith("Expected a weight above 0 and at most 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => CausalExpectation.Ewma([1], 0)).Message);
    }
}
