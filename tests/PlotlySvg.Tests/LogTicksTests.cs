
namespace PlotlySvg.Tests;

public class LogTicksTests
{
    [Theory]
    [InlineData(-6.2, 6.3, 8, "10−6 10−4 10−2 1 102 104 106")]
    [InlineData(0, 3, 8, "1 10 100 1000")]
    [InlineData(-2, 1, 8, "0.01 0.1 1 10")]
    [InlineData(-0.1, 1.1, 8, "1 2 5 10")]
    [InlineData(-300, 0, 6, "10−300 10−200 10−100 1")]
    [InlineData(0.31, 0.45, 4, "2.2 2.4 2.6 2.8")]
    public void They_stand_at_powers_of_ten(double low, double high, int most, string expected) =>
        Assert.Equal(expected, LinearTicksTests.Texts(LogTicks.Between(low, high, most)));

    [Theory]
    [InlineData(-1.7, 0.1)]
    [InlineData(-1.05, 0.05)]
    [InlineData(-0.4, -0.3)]
    [InlineData(0.0, 0.0)]
    [InlineData(-20.0, 1.0)]
    [InlineData(-2.0, 2.0)]
    public void A_range_of_any_width_gets_a_few_ticks_within_it(double low, double high)
    {
        var ticks = LogTicks.Between(low, high, most: 6);

        Assert.InRange(ticks.Length, 1, 12);
        Assert.All(ticks, tick => Assert.InRange(tick.Unit, low - 1e-9, high + 1e-9));
        Assert.Equal(ticks.Select(tick => tick.Unit).Distinct().Order(), ticks.Select(tick => tick.Unit));
    }
}
