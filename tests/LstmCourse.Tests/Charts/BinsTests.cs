using LstmCourse.Charts;

namespace LstmCourse.Tests.Charts;

public class BinsTests
{
    [Theory]
    [InlineData(new[] { 0.0, 1.0 }, 10, 0, 0.1, 11)]
    [InlineData(new[] { 0.03, 0.97 }, 10, 0, 0.1, 10)]
    [InlineData(new[] { -7.0, 12.0 }, 4, -10, 5, 5)]
    public void Bins_have_a_round_width_and_hold_every_value(double[] values, int wanted, double start, double size, int count)
    {
        var bins = Bins.Over(values, wanted);
        Assert.Equal((start, size, count), (bins.Start, bins.Size, bins.Number));
        Assert.All(values, value => Assert.InRange(value, bins.Start, bins.End));
    }

    [Fact]
    public void A_histogram_counts_every_finite_value()
    {
        double[] values = [0, 0.1, 0.2, 0.3, 0.3, 1, double.NaN];
        var svg = Plots.Histogram(values, 10, new() { Height = 300 }).ToSvg();
        // Bins 0 to 1.1 by 0.1: the tallest holds two values, and five bins hold any.
        Assert.Equal(5, svg.Split("<rect x=").Skip(1).Count(rect => !rect.Contains("height=\"0\"", StringComparison.Ordinal)));
    }
}
