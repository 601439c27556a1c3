using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Charts;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Charts;

/// <summary>Every chart against its reviewed figure and drawing.</summary>
public class PlotsTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [MemberData(nameof(ChartGallery.Names), MemberType = typeof(ChartGallery))]
    public void The_figure_is_as_reviewed(string name)
    {
        // The template is the same for all of them, and has its own test.
        var figure = JsonNode.Parse(ChartGallery.All[name]().ToPlotlyJson())!;
        Assert.NotNull(figure["layout"]!["template"]);
        figure["layout"]!.AsObject().Remove("template");
        Snapshot.Match(figure.ToJsonString(Indented), "json", name: name);
    }

    [Theory]
    [MemberData(nameof(ChartGallery.Names), MemberType = typeof(ChartGallery))]
    public void The_drawing_is_as_reviewed(string name) => Snapshot.Match(ChartGallery.All[name]().ToSvg(), "svg", name: name);

    [Fact]
    public void The_words_are_as_reviewed() =>
        Snapshot.Match(string.Join("\n\n", ChartGallery.All.Select(chart => $"{chart.Key}\n{chart.Value()}")) + "\n");

    [Fact]
    public void The_template_is_small()
    {
        var template = JsonNode.Parse(ChartGallery.All["Memory"]().ToPlotlyJson())!["layout"]!["template"]!;
        Assert.InRange(template.ToJsonString().Length, 100, 1500);
        Snapshot.Match(template.ToJsonString(Indented), "json");
    }

    [Fact]
    public void A_template_that_the_caller_chose_stays()
    {
        var chart = Plots.Memory([0, 1], [0, 0.5]).With(
            plotly => plotly.WithTemplate(Plotly.NET.ChartTemplates.dark));
        Assert.Equal(
            "rgb(55, 55, 61)",
            JsonNode.Parse(chart.ToPlotlyJson())!["layout"]!["template"]!["layout"]!["paper_bgcolor"]!.GetValue<string>());
        Assert.Contains("fill=\"#37373d\"", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Restyling_keeps_what_the_chart_wrote_itself()
    {
        var chart = Plots.GradientFlow([("RNN", [1, 0.1])]).With(
            plotly => plotly.WithTitle("Another title"));
        var layout = JsonNode.Parse(chart.ToPlotlyJson())!["layout"]!;
        Assert.Equal("Another title", layout["title"]!["text"]!.GetValue<string>());
        Assert.Equal("power", layout["yaxis"]!["exponentformat"]!.GetValue<string>());
    }

    [Fact]
    public void Numbers_have_six_significant_digits_and_whole_ones_all()
    {
        var y = JsonNode.Parse(Plots.Lines([("a", [Math.PI, 1 / 3e9, 123456789])]).ToPlotlyJson())!["data"]![0]!["y"]!.AsArray();
        Assert.Equal([3.14159, 3.33333e-10, 123456789], y.Select(value => value!.GetValue<double>()));
    }

    [Fact]
    public void The_ends_of_the_scalar_gradient_demo_are_written_out()
    {
        var svg = ChartGallery.All["GradientFlow"]().ToSvg();
        Assert.Contains(">1,048,576</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">9.54×10<tspan", svg, StringComparison.Ordinal);
    }
}
