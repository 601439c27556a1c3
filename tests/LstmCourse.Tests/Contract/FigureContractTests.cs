using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LstmCourse.Charts;
using LstmCourse.Testing;
using LstmCourse.Tests.Charts;
using Plotly.NET;

namespace LstmCourse.Tests.Contract;

/// <summary>
/// What Plotly.NET makes of the calls that the course and its learners use. The figure is read from its objects; the judge is the JSON that
/// Plotly.NET itself writes.
/// </summary>
public sealed partial class FigureContractTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> ChartNames => [.. ChartGallery.All.Keys];

    [Theory]
    [MemberData(nameof(PlotlyCalls.Names), MemberType = typeof(PlotlyCalls))]
    public void A_call_gives_the_figure_that_Plotly_writes(string name) => AssertSame(PlotlyCalls.All[name]());

    [Theory]
    [MemberData(nameof(ChartNames))]
    public void A_chart_of_the_course_gives_the_figure_that_Plotly_writes(string name) => AssertSame(ChartGallery.All[name]().Plotly);

    [Theory]
    [MemberData(nameof(PlotlyCalls.Names), MemberType = typeof(PlotlyCalls))]
    public void A_call_gives_the_reviewed_figure(string name)
    {
        var figure = JsonNode.Parse(Plots.Of(PlotlyCalls.All[name]()).ToPlotlyJson())!;
        figure["layout"]?.AsObject().Remove("template");
        Snapshot.Match(figure.ToJsonString(Indented), "json", name: name);
    }

    [Fact]
    public void Every_chart_function_has_a_golden_figure()
    {
        var functions = typeof(Plots).GetMethods()
            .Where(method => method.ReturnType == typeof(CourseChart) && method.Name != nameof(Plots.Of))
            .Select(method => method.Name).Distinct();
        Assert.Empty(functions.Except(ChartGallery.All.Keys));
    }

    private static void AssertSame(GenericChart chart)
    {
        var written = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
        written.Remove("frames");
        var read = FigureReader.Read(chart);
        var template = read["layout"]!["template"];
        // Plotly.NET's own template is left out on purpose; one that the caller chose is not.
        if (template is null) written["layout"]!.AsObject().Remove("template");
        Assert.Equal(Indent(Rounded(written)!.AsObject()), Indent(read));
    }

    private static string Indent(JsonObject figure) =>
        JsonNode.Parse(FigureWriter.Write(figure))!.ToJsonString(Indented);

    // What carries no meaning is put aside: digits beyond the sixth, how a colour is spelled, what stands for a missing number.
    private static JsonNode? Rounded(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(member => KeyValuePair.Create(member.Key, Rounded(member.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Rounded)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => SixDigits(value.GetValue<double>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    private static double SixDigits(double value) => value == Math.Floor(value)
        ? value
        : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static JsonNode? Text(string text)
    {
        if (text is "NaN" or "Infinity" or "-Infinity") return null;
        var color = Opaque().Match(text);
        return color.Success ? $"#{Part(1):x2}{Part(2):x2}{Part(3):x2}" : text;

        int Part(int group) => int.Parse(color.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^rgba\((\d+), (\d+), (\d+), 1\.0\)$")]
    private static partial Regex Opaque();
}
