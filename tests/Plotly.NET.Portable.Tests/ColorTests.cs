using System.Globalization;

namespace Plotly.NET.Portable.Tests;

public class ColorTests
{
    [Theory]
    [InlineData("#0072B2")]
    [InlineData("0072b2")]
    [InlineData("0x0072B2")]
    public void Hexadecimal_digits_are_read_with_and_without_a_mark(string text) =>
        Assert.Equal(Color.fromRGB(0, 114, 178), Color.fromHex(text));

    [Theory]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("")]
    public void Anything_else_is_refused_with_an_example(string text) =>
        Assert.Contains("#0072B2", Assert.Throws<ArgumentException>(() => Color.fromHex(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parts_lie_between_0_and_255() => Assert.Throws<ArgumentException>(() => Color.fromRGB(0, 256, 0));

    [Fact]
    public void Opacity_has_a_point_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("rgba(1, 2, 3, 0.5)", Color.fromARGB(128, 1, 2, 3).Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
