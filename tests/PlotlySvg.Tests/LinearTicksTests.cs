using System.Xml.Linq;

namespace PlotlySvg.Tests;

public class LinearTicksTests
{
    [Theory]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 100, 5, "0 50 100")]
    [InlineData(-1, 1, 5, "−1.0 −0.5 0.0 0.5 1.0")]
    [InlineData(0.13, 0.71, 7, "0.2 0.3 0.4 0.5 0.6 0.7")]
    [InlineData(0, 25000, 6, "0 5000 10,000 15,000 20,000 25,000")]
    [InlineData(0, 3e6, 4, "0 1M 2M 3M")]
    [InlineData(0, 2.5e9, 6, "0 0.5B 1.0B 1.5B 2.0B 2.5B")]
    [InlineData(0, 4e-7, 3, "0 2×10−7 4×10−7")]
    [InlineData(1000.1, 1000.4, 4, "1000.1 1000.2 1000.3 1000.4")]
    public void They_stand_at_multiples_of_1_2_or_5(double low, double high, int most, string expected) =>
        Assert.Equal(expected, Texts(LinearTicks.Between(low, high, most, false, null)));

    [Fact]
    public void Whole_numbers_stay_whole() => Assert.Equal("1 2 3", Texts(LinearTicks.Between(1, 3, 12, true, null)));

    [Fact]
    public void Shares_can_be_percentages() => Assert.Equal("0 % 10 % 20 %", Texts(LinearTicks.Between(0, 0.2, 3, false, ".0%")));

    [Theory]
    [InlineData(0.3, 0.5)]
    [InlineData(1, 1)]
    [InlineData(1.1, 2)]
    [InlineData(5.5, 10)]
    [InlineData(0, 1)]
    public void A_step_is_rounded_up(double least, double expected) => Assert.Equal(expected, LinearTicks.Step(least), 12);

    internal static string Texts(IEnumerable<Tick> ticks) => string.Join(' ', ticks.Select(tick =>
    {
        var svg = new SvgWriter();
        tick.Label.Write(svg, 0, 0, 11, "black");
        return XElement.Parse(svg.ToString()).Value;
    }));
}
