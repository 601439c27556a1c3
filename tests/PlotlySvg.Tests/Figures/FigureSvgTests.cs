using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PlotlySvg.Tests.Figures;

/// <summary>Figures as anybody may write them, without a library that makes them.</summary>
public class FigureSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_figure_without_anything_is_an_empty_page()
    {
        var page = Draw("{}");

        Assert.Equal(("700", "450"), ((string?)page.Attribute("width"), (string?)page.Attribute("height")));
        Assert.Equal("Chart.", page.Element(Svg + "desc")!.Value);
    }

    [Fact]
    public void Points_stand_where_the_axes_say()
    {
        var page = Draw("""
            {
              "data": [{ "x": [0, 10], "y": [0, 1], "mode": "lines", "line": { "color": "#123456" } }],
              "layout": { "xaxis": { "range": [0, 10] }, "yaxis": { "range": [0, 1] } }
            }
            """);

        // The line runs from the lower left corner of the plot to the upper right one.
        var plot = page.Descendants(Svg + "svg").Single();
        var (x, y) = (Number(plot, "x"), Number(plot, "y"));
        var line = plot.Elements(Svg + "path").Single(path => (string?)path.Attribute("stroke") == "#123456");
        var ends = ((string)line.Attribute("d")!).Split('M', 'L', ' ').Where(part => part.Length > 0)
            .Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        double[] corners = [x, y + Number(plot, "height"), x + Number(plot, "width"), y];
        Assert.All(ends.Zip(corners), pair => Assert.Equal(pair.Second, pair.First, 0.06));
    }

    [Fact]
    public void Whole_numbers_made_in_memory_count_as_numbers()
    {
        var figure = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["type"] = "bar", ["x"] = new JsonArray("a", "b"), ["y"] = new JsonArray(1, 2L) }),
            ["layout"] = new JsonObject { ["width"] = 320, ["height"] = 240 },
        };

        var page = XDocument.Parse(FigureSvg.Draw(figure)).Root!;

        Assert.Equal("320", (string?)page.Attribute("width"));
        Assert.Equal("Chart.\n- a 1, b 2", FigureText.Describe(figure));
        var heights = page.Descendants(Svg + "svg").Single().Elements(Svg + "rect").Select(bar => Number(bar, "height")).ToArray();
        Assert.Equal(2, heights[1] / heights[0], 2);
    }

    [Fact]
    public void A_kind_without_a_drawing_says_so()
    {
        const string pie = """{ "data": [{ "type": "pie", "values": [1, 2, 3] }] }""";

        Assert.Contains("This kind of chart (pie) has no drawing.", Draw(pie).Value, StringComparison.Ordinal);
        Assert.Equal("Chart.\n- pie: 3 values", FigureText.Describe(JsonNode.Parse(pie)!.AsObject()));
    }

    [Fact]
    public void The_words_are_those_that_were_given()
    {
        var svg = FigureSvg.Draw([], "Nothing <much>");

        Assert.Equal("Nothing <much>", XDocument.Parse(svg).Root!.Element(Svg + "desc")!.Value);
    }

    [Theory]
    [InlineData("""{ "data": 3, "layout": "wide" }""")]
    [InlineData("""{ "data": [null, 1, { "type": 5 }, { "y": "text" }, { "type": "heatmap", "z": [1, [2]] }] }""")]
    [InlineData("""{ "data": [{ "type": "bar", "x": ["a"], "y": [null] }], "layout": { "title": 5, "xaxis": [] } }""")]
    [InlineData("""{ "data": [{ "x": [1], "y": [1], "xaxis": "x7", "yaxis": "y7" }], "layout": { "grid": {} } }""")]
    public void Odd_figures_are_drawn_as_far_as_they_are_understood(string figure) => Assert.NotNull(Draw(figure));

    private static XElement Draw(string figure) => XDocument.Parse(FigureSvg.Draw(JsonNode.Parse(figure)!.AsObject())).Root!;

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
