using System.Globalization;

namespace PlotlySvg.Tests;

public class FigureNumberTests
{
    [Theory]
    [InlineData(Math.PI, 3.14159)]
    [InlineData(-1 / 3e9, -3.33333e-10)]
    [InlineData(0.1 + 0.2, 0.3)]
    [InlineData(1_700_000_001, 1_700_000_001)]
    [InlineData(123456.789, 123457)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Six_digits_are_kept_and_whole_numbers_stay(double value, double expected) =>
        Assert.Equal(expected, FigureNumber.Round(value));

    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(0.8175744, 6, "0.817574")]
    [InlineData(1_048_576, 3, "1,048,576")]
    [InlineData(9.5367e-7, 3, "9.54×10<sup>−7</sup>")]
    [InlineData(-2.5e12, 3, "−2.5×10<sup>12</sup>")]
    [InlineData(-0.25, 3, "−0.25")]
    [InlineData(double.NaN, 3, "NaN")]
    public void People_read_them(double value, int digits, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, FigureNumber.Write(value, digits));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
