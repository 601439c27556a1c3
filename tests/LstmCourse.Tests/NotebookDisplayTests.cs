using System.Text.Json.Nodes;
using System.Xml.Linq;
using LstmCourse.Testing;
using LstmCourse.Tests.Contract;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Tests;

/// <summary>What .NET Interactive's formatters, which both kernels ask, make of other libraries' types.</summary>
public sealed class NotebookDisplayTests
{
    public NotebookDisplayTests() => NotebookDisplay.Register();

    [Theory]
    [MemberData(nameof(PlotlyCalls.Names), MemberType = typeof(PlotlyCalls))]
    public void A_chart_of_Plotly_is_live_drawn_and_told(string name)
    {
        var shown = FormattedValue.CreateManyFromObject(PlotlyCalls.All[name]());

        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], shown.Select(value => value.MimeType));
        var figure = JsonNode.Parse(shown[0].Value)!;
        Assert.NotEmpty(figure["data"]!.AsArray());
        Assert.True(figure["layout"]!["width"]!.GetValue<double>() > 0);
        Assert.Equal("svg", XDocument.Parse(shown[1].Value).Root!.Name.LocalName);
        Assert.StartsWith("Chart", shown[2].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_of_Plotly_has_the_look_of_the_course_and_not_eight_kilobytes_of_template()
    {
        var chart = Chart.Line<double, double, string>(x: [1, 2], y: [1, 4]);

        Assert.InRange(FormattedValue.CreateManyFromObject(chart)[0].Value.Length, 200, 2000);
    }

    [Fact]
    public void A_data_frame_is_a_plain_table_and_aligned_text()
    {
        var shown = FormattedValue.CreateManyFromObject(Weather());

        Assert.Equal(["text/html", "text/plain"], shown.Select(value => value.MimeType));
        Assert.DoesNotContain("script", shown[0].Value, StringComparison.Ordinal);
        Assert.Single(XDocument.Parse($"<div>{shown[0].Value}</div>").Descendants("table"));
        Snapshot.Match(shown[0].Value, "html");
        Snapshot.Match(shown[1].Value);
    }

    [Fact]
    public void A_column_is_a_table_of_one_column()
    {
        var shown = FormattedValue.CreateManyFromObject(Weather()["rain"]);

        Assert.Equal(["text/html", "text/plain"], shown.Select(value => value.MimeType));
        Assert.Equal(["rain", "double", "------", "0", "1.5"], shown[1].Value.Split('\n').Take(5).Select(line => line.Trim()));
    }

    private static DataFrame Weather()
    {
        var days = Enumerable.Range(0, 25).ToArray();
        return new DataFrame(
            new DateTimeDataFrameColumn("day", days.Select(day => new DateTime(2015, 12, 25).AddDays(day))),
            new StringDataFrameColumn("city", days.Select(day => day % 2 == 0 ? "Tromsø <N>" : null)),
            new DoubleDataFrameColumn("rain", days.Select(day => day == 3 ? null : (double?)(1.5 * day))),
            new SingleDataFrameColumn("wind", days.Select(day => (float?)(day / 3f))),
            new Int64DataFrameColumn("station", days.Select(day => (long?)(1_700_000_000L + day))),
            new BooleanDataFrameColumn("snow", days.Select(day => (bool?)(day > 3))));
    }
}
