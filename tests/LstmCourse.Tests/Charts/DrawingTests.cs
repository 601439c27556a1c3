using System.Globalization;
using System.Xml.Linq;
using LstmCourse.Charts;

namespace LstmCourse.Tests.Charts;

/// <summary>What holds for the drawing of every chart.</summary>
public class DrawingTests
{
    [Theory]
    [MemberData(nameof(ChartGallery.Names), MemberType = typeof(ChartGallery))]
    public void Texts_stay_on_the_page_and_apart(string name) => DrawnText.AssertReadable(ChartGallery.All[name]().ToSvg());

    [Theory]
    [MemberData(nameof(ChartGallery.Names), MemberType = typeof(ChartGallery))]
    public void It_says_in_words_what_it_shows(string name)
    {
        var chart = ChartGallery.All[name]();
        var page = XDocument.Parse(chart.ToSvg()).Root!;
        Assert.Equal("img", (string?)page.Attribute("role"));
        Assert.Equal(chart.ToString(), page.Elements().Single(element => element.Name.LocalName == "desc").Value);
    }

    [Theory]
    [MemberData(nameof(ChartGallery.Names), MemberType = typeof(ChartGallery))]
    public void It_names_no_element_so_that_many_can_share_a_page(string name)
    {
        var attributes = XDocument.Parse(ChartGallery.All[name]().ToSvg()).Descendants().SelectMany(element => element.Attributes());
        Assert.DoesNotContain(
            attributes, attribute => attribute.Name.LocalName == "id" || attribute.Value.Contains("url(", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ChartGallery.Names), MemberType = typeof(ChartGallery))]
    public void It_is_the_same_in_every_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        var (json, svg, text) = Written();
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal((json, svg, text), Written());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        (string Json, string Svg, string Text) Written()
        {
            var chart = ChartGallery.All[name]();
            return (chart.ToPlotlyJson(), chart.ToSvg(), chart.ToString());
        }
    }

    [Fact]
    public void A_histogram_has_a_bar_for_each_bin_that_holds_a_value()
    {
        var svg = Plots.Histogram([0, 0.1, 0.2, 0.3, 0.3, 1, double.NaN], 10, new() { Height = 300 }).ToSvg();
        Assert.Equal(5, svg.Split("<rect x=").Skip(1).Count(rect => !rect.Contains("height=\"0\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_gates_keep_their_colour_dash_and_marker_in_every_chart()
    {
        var (gates, memory) = (ChartGallery.All["Gates"]().ToPlotlyJson(), ChartGallery.All["Memory"]().ToPlotlyJson());
        foreach (var style in new[] { Palette.Forget, Palette.Input, Palette.Candidate, Palette.Output })
            Assert.Contains(Line(style), gates, StringComparison.Ordinal);
        foreach (var style in new[] { Palette.Cell, Palette.Hidden }) Assert.Contains(Line(style), memory, StringComparison.Ordinal);

        static string Line(GateStyle style) => $"{{\"color\":\"{style.Color}\",\"dash\":\"{style.Dash}\"";
    }

    [Fact]
    public void No_two_styles_differ_by_colour_alone()
    {
        GateStyle[] gates = [Palette.Forget, Palette.Input, Palette.Candidate, Palette.Output];
        Assert.Equal(4, gates.Select(style => style.Dash).Distinct().Count());
        Assert.Equal(4, gates.Select(style => style.Marker).Distinct().Count());
        Assert.NotEqual(Palette.Cell.Dash, Palette.Hidden.Dash);
        Assert.Equal(Palette.Series.Count, Palette.Series.Select(style => (style.Dash, style.Marker)).Distinct().Count());
    }
}
