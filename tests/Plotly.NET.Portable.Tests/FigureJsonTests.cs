using System.Text.Json.Nodes;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace Plotly.NET.Portable.Tests;

/// <summary>
/// The figures that Plotly.NET 5.1.0 writes for these calls, as its own documentation and tests show them. Empty objects and
/// the template are left out of the comparison, and so is the order of keys.
/// </summary>
public class FigureJsonTests
{
    [Fact]
    public void A_line_with_markers_colour_dash_and_width() => AssertTrace(
        """{"type":"scatter","name":"train","mode":"lines+markers","x":[1.0,2.0],"y":[0.5,0.25],"line":{"color":"rgba(214, 39, 40, 1.0)","width":2.0,"dash":"dash"}}""",
        Chart.Line<double, double, string>(
            x: [1, 2], y: [0.5, 0.25], Name: "train", ShowMarkers: true, LineColor: Color.fromHex("#d62728"),
            LineDash: StyleParam.DrawingStyle.Dash, LineWidth: 2.0));

    [Fact]
    public void A_line_has_no_markers_unless_asked() => AssertTrace(
        """{"type":"scatter","mode":"lines","x":[1],"y":[2]}""", Chart.Line<double, double, string>(x: [1], y: [2]));

    [Fact]
    public void Points_with_texts() => AssertTrace(
        """{"type":"scatter","mode":"markers+text","x":[1],"y":[2],"text":["a"]}""",
        Chart.Scatter<double, double, string>(x: [1], y: [2], mode: StyleParam.Mode.Markers_Text, MultiText: new[] { "a" }));

    [Fact]
    public void Points_with_a_colour() => AssertTrace(
        """{"type":"scatter","mode":"markers","x":[1],"y":[2],"marker":{"color":"rgba(31, 119, 180, 1.0)"}}""",
        Chart.Point<double, double, string>(x: [1], y: [2], MarkerColor: Color.fromHex("1f77b4")));

    [Fact]
    public void An_area_is_filled_to_zero() => AssertTrace(
        """{"type":"scatter","mode":"lines","x":[1],"y":[2],"fill":"tozeroy"}""", Chart.Area<double, double, string>(x: [1], y: [2]));

    [Fact]
    public void A_column_stands() => AssertTrace(
        """{"type":"bar","name":"n","x":["A","B"],"y":[20.0,14.0],"orientation":"v"}""",
        Chart.Column<double, string, string>(values: [20, 14], Keys: new[] { "A", "B" }, Name: "n"));

    [Fact]
    public void A_bar_lies() => AssertTrace(
        """{"type":"bar","x":[20],"y":["A"],"orientation":"h"}""", Chart.Bar<double, string, string>(values: [20], Keys: new[] { "A" }));

    [Fact]
    public void Stacked_columns_set_the_bar_mode()
    {
        var chart = Chart.StackedColumn<double, string, string>(values: [20], Keys: new[] { "A" });
        AssertTrace("""{"type":"bar","x":["A"],"y":[20],"orientation":"v"}""", chart);
        Assert.Equal("stack", Figure(chart)["layout"]!["barmode"]!.GetValue<string>());
    }

    [Fact]
    public void A_heat_map_with_its_first_row_on_top()
    {
        var chart = Chart.Heatmap<double, string, string, string>(
            zData: [[1, 2], [3, 4]], X: new[] { "a", "b" }, Y: new[] { "c", "d" }, ColorScale: StyleParam.Colorscale.Viridis,
            ShowScale: true, ReverseYAxis: true);
        AssertTrace("""{"type":"heatmap","x":["a","b"],"y":["c","d"],"z":[[1,2],[3,4]],"colorscale":"Viridis","showscale":true}""", chart);
        Assert.Equal("reversed", Figure(chart)["layout"]!["yaxis"]!["autorange"]!.GetValue<string>());
    }

    [Fact]
    public void A_scale_of_ones_own_is_an_array_of_pairs() => AssertTrace(
        """{"type":"heatmap","z":[[1]],"colorscale":[[0,"rgba(0, 0, 0, 1.0)"],[1,"rgba(255, 255, 255, 1.0)"]]}""",
        Chart.Heatmap<double, string, string, string>(
            zData: [[1]], ColorScale: StyleParam.Colorscale.NewCustom([Tuple.Create(0.0, Color.fromRGB(0, 0, 0)),
                Tuple.Create(1.0, Color.fromRGB(255, 255, 255))])));

    [Fact]
    public void A_histogram_with_a_number_of_bins() => AssertTrace(
        """{"type":"histogram","x":[0.5,0.25],"nbinsx":20}""", Chart.Histogram<double, double, string>(X: new[] { 0.5, 0.25 }, NBinsX: 20));

    [Fact]
    public void A_box_plot() => AssertTrace(
        """{"type":"box","name":"b","y":[1,2]}""", Chart.BoxPlot<string, double, string>(Y: new[] { 1.0, 2.0 }, Name: "b"));

    [Fact]
    public void Numbers_that_json_lacks_are_texts() => AssertTrace(
        """{"type":"scatter","mode":"lines","x":[1,2,3],"y":["NaN","Infinity","-Infinity"]}""",
        Chart.Line<double, double, string>(x: [1, 2, 3], y: [double.NaN, double.PositiveInfinity, double.NegativeInfinity]));

    [Fact]
    public void Titles_axes_size_and_legend_go_into_the_layout()
    {
        var chart = Chart.Line<double, double, string>(x: [1], y: [2], UseDefaults: false)
            .WithTitle("t").WithXAxisStyle<double, double, string>(TitleText: "epoch")
            .WithYAxisStyle<double, double, string>(TitleText: "loss", AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(0.0, 1.0))
            .WithSize(Width: 640, Height: 360).WithLegend(true);
        AssertSame(
            """
            {"title":{"text":"t"},"xaxis":{"title":{"text":"epoch"}},"yaxis":{"title":{"text":"loss"},"type":"log","range":[0,1]},"width":640,"height":360,"showlegend":true}
            """,
            Figure(chart)["layout"]!);
    }

    [Fact]
    public void Styling_twice_adds_up_and_leaves_the_first_chart_alone()
    {
        var plain = Chart.Line<double, double, string>(x: [1], y: [2], UseDefaults: false);
        var styled = plain.WithXAxisStyle<double, double, string>(
            TitleText: "epoch").WithXAxisStyle<double, double, string>(ShowGrid: false);
        AssertSame("""{"xaxis":{"title":{"text":"epoch"},"showgrid":false}}""", Figure(styled)["layout"]!);
        AssertSame("{}", Figure(plain)["layout"]!);
    }

    [Fact]
    public void A_new_chart_is_six_hundred_pixels_square_and_has_a_template()
    {
        var layout = Figure(Chart.Line<double, double, string>(x: [1], y: [2]))["layout"]!;
        Assert.Equal((600, 600), (layout["width"]!.GetValue<int>(), layout["height"]!.GetValue<int>()));
        Assert.NotNull(layout["template"]);
    }

    [Fact]
    public void A_template_replaces_the_one_before()
    {
        var layout = Figure(Chart.Line<double, double, string>(x: [1], y: [2]).WithTemplate(ChartTemplates.light))["layout"]!;
        AssertSame(
            """{"layout":{"paper_bgcolor":"white","plot_bgcolor":"white","xaxis":{"showline":true,"zeroline":true},"yaxis":{"showline":true,"zeroline":true}}}""",
            layout["template"]!);
    }

    [Fact]
    public void Combined_charts_keep_their_order_and_the_later_layout_wins()
    {
        var a = Chart.Line<double, double, string>(x: [1], y: [2], Name: "first").WithTitle("a");
        var b = Chart.Line<double, double, string>(x: [2], y: [1], Name: "second").WithTitle("b");
        var both = Chart.Combine([a, b]);
        Assert.Equal(2, GenericChart.countTrace(both));
        Assert.Equal("first", Figure(both)["data"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("b", Figure(both)["layout"]!["title"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void A_grid_gives_each_chart_its_own_axes_and_its_title_a_place()
    {
        var charts = Enumerable.Range(1, 4).Select(i =>
            Chart.Line<double, double, string>(x: [1], y: [2], UseDefaults: false).WithXAxisStyle<double, double,
            string>(TitleText: $"x{i}"));
        var figure = Figure(
            Chart.Grid(charts, nRows: 2, nCols: 2, SubPlotTitles: new[] { "a", "b", "c", "d" },
                Pattern: StyleParam.LayoutGridPattern.Independent));
        var traces = figure["data"]!.AsArray();
        Assert.Equal(["x", "x2", "x3", "x4"], traces.Select(trace => trace!["xaxis"]!.GetValue<string>()));
        Assert.Equal(["y", "y2", "y3", "y4"], traces.Select(trace => trace!["yaxis"]!.GetValue<string>()));
        Assert.Equal("x3", figure["layout"]!["xaxis3"]!["title"]!["text"]!.GetValue<string>());
        AssertSame("""{"rows":2,"columns":2,"roworder":"top to bottom","pattern":"independent"}""", figure["layout"]!["grid"]!);
        // plotly.js leaves a fifth of a step between columns and three tenths between rows.
        var third = figure["layout"]!["annotations"]![2]!;
        Assert.Equal("c", third["text"]!.GetValue<string>());
        Assert.Equal(0.5 * 0.8 / 1.8, third["x"]!.GetValue<double>(), 12);
        Assert.Equal(1 - 1 / 1.7, third["y"]!.GetValue<double>(), 12);
    }

    [Fact]
    public void A_coupled_grid_shares_axes_along_rows_and_columns()
    {
        var charts = Enumerable.Range(1, 4).Select(_ => Chart.Line<double, double, string>(x: [1], y: [2]));
        var traces = Figure(Chart.Grid(charts, nRows: 2, nCols: 2, Pattern: StyleParam.LayoutGridPattern.Coupled))["data"]!.AsArray();
        Assert.Equal(["x", "x2", "x", "x2"], traces.Select(trace => trace!["xaxis"]!.GetValue<string>()));
        Assert.Equal(["y", "y", "y2", "y2"], traces.Select(trace => trace!["yaxis"]!.GetValue<string>()));
    }

    [Fact]
    public void More_charts_than_cells_are_refused()
    {
        var chart = Chart.Line<double, double, string>(x: [1], y: [2]);
        Assert.Contains(
            "holds 1 charts; got 2", Assert.Throws<ArgumentException>(() => Chart.Grid([chart, chart], nRows: 1, nCols: 1)).Message,
            StringComparison.Ordinal);
    }

    private static JsonNode Figure(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!;

    private static void AssertTrace(string expected, GenericChart chart) => AssertSame(expected, Figure(chart)["data"]![0]!);

    private static void AssertSame(string expected, JsonNode actual)
    {
        var normal = WithoutEmpty(actual);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), normal), $"expected {expected}\nbut got {normal!.ToJsonString()}");
    }

    private static JsonNode? WithoutEmpty(JsonNode? node)
    {
        if (node is not JsonObject json) return node?.DeepClone();
        var kept = new JsonObject();
        foreach (var (key, value) in json)
        {
            if (WithoutEmpty(value) is { } inner and not JsonObject { Count: 0 }) kept[key] = inner;
        }

        return kept;
    }
}
