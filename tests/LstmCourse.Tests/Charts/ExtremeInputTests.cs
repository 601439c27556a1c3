using System.Text.Json.Nodes;
using System.Xml.Linq;
using LstmCourse.Charts;
using static LstmCourse.Tests.Charts.ChartGallery;

namespace LstmCourse.Tests.Charts;

/// <summary>Whatever the numbers and texts, a chart is drawn, stays small, and stays readable.</summary>
public class ExtremeInputTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("a very long label indeed", 20));

    private static readonly Dictionary<string, Func<CourseChart>> Charts = new()
    {
        ["all values missing"] = () => Plots.LearningCurves([double.NaN, double.NaN]),
        ["some values infinite"] = () => Plots.Lines([("a", [1, double.PositiveInfinity, 2, double.NegativeInfinity, double.NaN, 3])]),
        ["one point"] = () => Plots.LearningCurves([0.5], [0.6]),
        ["one value many times"] = () => Plots.Lines([("a", Steps(50, _ => 0.25))]),
        ["all zero"] = () => Plots.Lines([("a", Steps(50, _ => 0))]),
        ["zeros on a log axis"] = () => Plots.GradientFlow([("a", [0, 0, 0])]),
        ["huge values"] = () => Plots.Lines([("a", [-1e308, 0, 1e308])]),
        ["tiny values"] = () => Plots.Lines([("a", [1e-300, 2e-300, 3e-300])]),
        ["subnormal gradients"] = () => Plots.GradientFlow([("a", Steps(1000, k => Math.Pow(0.5, k)))]),
        ["tiny differences"] = () => Plots.Lines([("a", [1, 1 + 1e-15, 1 + 2e-15])]),
        ["a thousand points"] = () => Plots.Lines([("a", Steps(1000, t => Math.Sin(t)))]),
        ["a hundred thousand points"] = () => Plots.Lines([("a", Steps(100_000, t => Math.Sin(t)))]),
        ["a hundred lines"] = () => Plots.Lines(Enumerable.Range(0, 100).Select(i => ($"line {i}", (IEnumerable<double>)[i, i + 1.0]))),
        ["long names"] = () => Plots.Lines(
            [(Long, [1, 2]), (Long + "!", [2, 1])], options: new() { Title = Long, XTitle = Long, YTitle = Long }),
        ["long labels on bars"] = () => Plots.Bars([Long, Long + "!", "short"], [1, 2, 3]),
        ["long tokens"] = () => Plots.TokenProbabilities([Long, "b"], [0.9, 0.1]),
        ["many bars"] = () => Plots.Bars(Steps(200, i => i).Select(i => $"word {i}"), Steps(200, i => i)),
        ["negative bars"] = () => Plots.Bars(["a", "b"], [-3, -1]),
        ["missing bars"] = () => Plots.Bars(["a", "b"], [double.NaN, 1]),
        ["labels that are numbers"] = () => Plots.Bars(["1", "2", "10"], [1, 2, 3]),
        ["labels that are the same"] = () => Plots.TraceHeatmap([("a", [1, 2, 3]), ("a", [3, 2, 1])], ["the", "the", "the"]),
        ["markup in labels"] = () => Plots.TokenProbabilities(["<b>", "&amp;", "\"'>", "<script>alert(1)</script>"], [0.4, 0.3, 0.2, 0.1]),
        ["control characters"] = () => Plots.TokenProbabilities(["a\0b", "\u001b[31m", "\n", "\ud800"], [0.4, 0.3, 0.2, 0.1]),
        ["other scripts"] = () => Plots.Attention([[0.5, 0.5], [1, 0]], ["猫が好き", "😀👩‍👩‍👧"], ["Страсть", "مرحبا"]),
        ["empty labels"] = () => Plots.TraceHeatmap([("", [1, 2])], ["", ""]),
        ["one cell"] = () => Plots.Heatmap([[0]]),
        ["missing cells"] = () => Plots.Heatmap([[double.NaN, 1], [double.PositiveInfinity, 2]]),
        ["a wide heat map"] = () => Plots.Heatmap([Steps(2000, t => Math.Sin(t))]),
        ["a tall heat map"] = () => Plots.Heatmap(Enumerable.Range(0, 500).Select(i => (double[])[i])),
        ["one value in a histogram"] = () => Plots.Histogram([5]),
        ["missing values in a histogram"] = () => Plots.Histogram([double.NaN]),
        ["an outlier in a histogram"] = () => Plots.Histogram([0, 1, 2, 1e9]),
        ["a box of one value"] = () => Plots.BoxPlot([("a", [1])]),
        ["a box of missing values"] = () => Plots.BoxPlot([("a", [double.NaN])]),
        ["an empty confusion matrix"] = () => Plots.ConfusionMatrix(new int[2, 2], ["a", "b"]),
        ["probabilities of zero"] = () => Plots.TokenProbabilities(["a", "b"], [0, 0]),
        ["a narrow chart"] = () => Plots.LearningCurves([1, 2], options: new() { Width = 200, Height = 150 }),
        ["no alarm in a log"] = () => Plots.Anomalies([1, 2, 3], [false, false, false], [false, false, false]),
        ["one note"] = () => Plots.PianoRoll([(127, 0, 0.25)]),
        ["every key"] = () => Plots.PianoRoll(Enumerable.Range(0, 128).Select(i => (i, (double)i, 1.0))),
        ["a grid of one"] = () => Plots.Grid([Plots.LearningCurves([1, 2])], 3),
        ["a grid of nine"] = () => Plots.Grid(Enumerable.Range(0, 9).Select(i => Plots.Memory([i, 1], [0, 1])), 3),
    };

    public static IEnumerable<object[]> Names => Charts.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_is_drawn(string name)
    {
        var chart = Charts[name]();
        var svg = chart.ToSvg();
        Assert.NotNull(JsonNode.Parse(chart.ToPlotlyJson()));
        Assert.NotEmpty(chart.ToString());
        Assert.InRange(svg.Length, 200, 400_000);
        var drawn = XDocument.Parse(svg).Descendants().SelectMany(element => element.Attributes()).Select(attribute => attribute.Value);
        Assert.DoesNotContain(
            drawn,
            value => new[] { "NaN", "∞", "Infinity" }.Any(word => value.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_texts_stay_on_the_page_and_apart(string name) => DrawnText.AssertReadable(Charts[name]().ToSvg());

    [Fact]
    public void Labels_are_texts_and_never_markup()
    {
        var svg = Charts["markup in labels"]().ToSvg();
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_alarms_has_none_in_its_legend()
    {
        var chart = Plots.Anomalies([1, 2, 3], [false, false, false], [false, true, false], name: "temperature");
        Assert.Equal(
            ["temperature", "fault"], JsonNode.Parse(chart.ToPlotlyJson())!["data"]!.AsArray().Select(trace => (string?)trace!["name"]));
    }

    [Fact]
    public void Missing_values_leave_gaps()
    {
        var chart = Plots.Lines([("a", [1, 2, double.NaN, 4, 5])]);
        Assert.Null(JsonNode.Parse(chart.ToPlotlyJson())!["data"]![0]!["y"]![2]);
        var line = XDocument.Parse(chart.ToSvg()).Descendants().First(
            element => (string?)element.Attribute("stroke") == "#0072b2" && (string?)element.Attribute("fill") == "none");
        Assert.Equal(2, line.Attribute("d")!.Value.Count(c => c == 'M'));
    }
}
