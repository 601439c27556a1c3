
namespace PlotlySvg.Tests;

public class RichTextTests
{
    [Theory]
    [InlineData("Hello", 22.78)]
    [InlineData("0.75", 19.46)]
    [InlineData("WWWW", 37.76)]
    [InlineData("", 0)]
    public void Widths_are_those_of_helvetica(string text, double expected) => Assert.Equal(expected, RichText.Of(text).Width(10), 2);

    [Fact]
    public void A_subscript_is_smaller_and_lower() => Assert.Equal(
        "<text x=\"0\" y=\"0\" font-size=\"10\" fill=\"black\">"
            + "h<tspan dy=\"2.2\" font-size=\"7.5\">t</tspan> <tspan dy=\"-2.2\">of</tspan></text>\n",
        Written("h<sub>t</sub> of"));

    [Fact]
    public void Lines_break_at_br() => Assert.Contains("<tspan x=\"0\" dy=\"12.5\">b</tspan>", Written("a<br>b"), StringComparison.Ordinal);

    [Fact]
    public void Entities_are_letters_and_stay_harmless() =>
        Assert.Contains(">&lt;unk&gt; &amp; co</text>", Written("&lt;unk&gt; &amp; co"), StringComparison.Ordinal);

    [Fact]
    public void Unknown_marks_are_text() => Assert.Contains("&lt;script&gt;", Written("<script>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a long title that does not fit", 60)]
    [InlineData("h<sub>t−1</sub> and much more", 40)]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 40)]
    public void A_text_too_wide_ends_in_an_ellipsis(string text, double width)
    {
        var fitted = RichText.Of(text).Fit(width, 10);
        Assert.InRange(fitted.Width(10), 1, width);
        var svg = new SvgWriter();
        fitted.Write(svg, 0, 0, 10, "black");
        Assert.Contains('…', svg.ToString());
    }

    private static string Written(string text)
    {
        var svg = new SvgWriter();
        RichText.Of(text).Write(svg, 0, 0, 10, "black");
        return svg.ToString();
    }
}
