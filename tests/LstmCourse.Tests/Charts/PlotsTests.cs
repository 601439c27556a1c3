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
    public void A_long_sound_is_drawn_by_its_extremes()
    {
        var samples = new float[80_000];
        (samples[1234], samples[1235], samples[70_000]) = (1, -1, 0.5f);
        var trace = JsonNode.Parse(Plots.Waveform(samples, 8000).ToPlotlyJson())!["data"]![0]!;

        var (times, values) = (Numbers("x"), Numbers("y"));
        Assert.InRange(values.Length, 700, 800);
        Assert.Equal([(1234 / 8000.0, 1.0), (1235 / 8000.0, -1.0), (8.75, 0.5)], times.Zip(values).Where(point => point.Second != 0));

        double[] Numbers(string axis) => [.. trace[axis]!.AsArray().Select(number => number!.GetValue<double>())];
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

    [Theory]
    [InlineData(0.02, "\"D2\"", "~g")]
    [InlineData(1e-4, "1", null)]
    [InlineData(1e-20, null, null)]
    [InlineData(0.9, null, null)]
    public void A_live_logarithmic_axis_of_few_powers_of_ten_labels_its_ticks_in_full(double last, string? dtick, string? format)
    {
        var axis = Figure(Plots.GradientFlow([("RNN", [1, last])]))["layout"]!["yaxis"]!;
        Assert.Equal(dtick, axis["dtick"]?.ToJsonString());
        Assert.Equal(format, axis["tickformat"]?.GetValue<string>());
    }

    [Fact]
    public void A_live_heat_map_names_a_part_of_its_many_steps_and_all_of_its_words()
    {
        var steps = Enumerable.Range(1, 40).ToArray();
        var numbers = Plots.TraceHeatmap([("h", steps.Select(step => step / 40.0))]);
        var words = Plots.TraceHeatmap([("h", steps.Select(step => step / 40.0))], steps.Select(step => $"word {step}"));
        Assert.Equal(20, Figure(numbers)["layout"]!["xaxis"]!["nticks"]!.GetValue<double>());
        Assert.Null(Figure(words)["layout"]!["xaxis"]!["nticks"]);
    }

    [Fact]
    public void A_confusion_matrix_has_a_scale_only_where_no_shares_stand_in_its_cells()
    {
        string[] names = ["a", "b", "c", "d", "e", "f", "g"];
        Assert.False(Figure(Plots.ConfusionMatrix(new int[6, 6], names[..6]))["data"]![0]!["showscale"]!.GetValue<bool>());
        Assert.True(Figure(Plots.ConfusionMatrix(new int[7, 7], names))["data"]![0]!["showscale"]!.GetValue<bool>());
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

    private static JsonNode Figure(CourseChart chart) => JsonNode.Parse(chart.ToPlotlyJson())!;
}
