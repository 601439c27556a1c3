using LstmCourse.Charts.Svg;

namespace LstmCourse.Tests.Charts.Svg;

public class LogTicksTests
{
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
