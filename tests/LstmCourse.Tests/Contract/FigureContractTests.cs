using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Charts;
using LstmCourse.Testing;
using LstmCourse.Tests.Charts;

namespace LstmCourse.Tests.Contract;

/// <summary>
/// Either Plotly.NET gives the same figures, once what carries no meaning is put aside. The golden figures of the course's own charts are
/// those of <see cref="PlotsTests"/>; here are those of the calls below them.
/// </summary>
public sealed class FigureContractTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [MemberData(nameof(PlotlyCalls.Names), MemberType = typeof(PlotlyCalls))]
    public void A_call_of_Plotly_gives_the_reviewed_figure(string name)
    {
        var figure = JsonNode.Parse(Plots.Of(PlotlyCalls.All[name]()).ToPlotlyJson())!;
        figure["layout"]?.AsObject().Remove("template");
        Snapshot.Match(figure.ToJsonString(Indented), "json", name: name);
    }

    [Fact]
    public void Every_chart_function_has_a_golden_figure()
    {
        var functions = typeof(Plots).GetMethods().Where(method => method.ReturnType == typeof(CourseChart) && method.Name != nameof(Plots.Of)).Select(method => method.Name).Distinct();
        Assert.Empty(functions.Except(ChartGallery.All.Keys));
    }
}
