using LstmCourse.Charts;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Tests.Contract;

/// <summary>Calls of Plotly.NET that the course and its learners make, each once.</summary>
internal static class PlotlyCalls
{
    private static readonly double[] X = [1, 2, 3], Y = [0.5, 0.25, 0.125];

    private static readonly string[] Words = ["a", "b", "c"];

    private static readonly double[][] Rows = [[1, 2, 3], [4, 5, 6]];

    public static readonly IReadOnlyDictionary<string, Func<GenericChart>> All = new Dictionary<string, Func<GenericChart>>
    {
        ["Line"] = () => Chart.Line<double, double, string>(
            x: X, y: Y, Name: "train", ShowMarkers: true, LineColor: Color.fromHex("#d62728"), LineDash: StyleParam.DrawingStyle.Dash,
            LineWidth: 2.0),
        ["Scatter"] = () => Chart.Scatter<double, double, string>(x: X, y: Y, mode: StyleParam.Mode.Markers_Text, MultiText: Words),
        ["Point"] = () => Chart.Point<double, double, string>(X, Y, MarkerColor: Color.fromHex("#1f77b4")),
        ["Area"] = () => Chart.Area<double, double, string>(x: X, y: Y),
        ["Column"] = () => Chart.Column<double, string, string>(values: Y, Keys: Words, Name: "n"),
        ["Bar"] = () => Chart.Bar<double, string, string>(values: Y, Keys: Words),
        ["StackedColumn"] = () => Chart.StackedColumn<double, string, string>(values: Y, Keys: Words),
        ["ManyColors"] = () => Chart.Column<int, string, string>(
            values: [1, 2, 3], Keys: Words,
            MarkerColor: Color.fromColors([Color.fromHex("#000000"), Color.fromString("teal"), Color.fromARGB(51, 1, 2, 3)])),
        ["Heatmap"] = () => Chart.Heatmap<double, string, string, string>(
            zData: Rows, X: Words, Y: new[] { "f", "i" }, ColorScale: StyleParam.Colorscale.Viridis, ShowScale: true, ReverseYAxis: true),
        ["HeatmapAlone"] = () => Chart.Heatmap<double, int, int, string>(zData: Rows),
        ["Histogram"] = () => Chart.Histogram<double, double, string>(X: X, NBinsX: 20),
        ["BoxPlot"] = () => Chart.BoxPlot<string, double, string>(Y: Y, Name: "b"),
        ["Pie"] = () => Chart.Pie<double, string, string>(values: Y, Labels: Words),
        ["Days"] = () => Chart.Line<DateTime, double, string>(
            x: [new(2015, 12, 30), new(2015, 12, 31), new(2016, 1, 1, 6, 30, 0)], y: Y),
        ["WholeNumbers"] = () => Chart.Line<long, int, string>(x: [1_700_000_001, 1_700_000_002], y: [1, 2]),
        ["Combine"] = () => Chart.Combine(
        [
            Chart.Line<double, double, string>(x: X, y: Y, Name: "one"), Chart.Line<double, double, string>(x: Y, y: X, Name: "two"),
        ]),
        ["Grid"] = () => Chart.Grid(
            [Chart.Line<double, double, string>(x: X, y: Y), Chart.Column<double, string, string>(values: Y, Keys: Words)],
            nRows: 1, nCols: 2, SubPlotTitles: new[] { "left", "right" }, Pattern: StyleParam.LayoutGridPattern.Independent),
        ["Styles"] = () => Chart.Line<double, double, string>(x: X, y: Y)
            .WithTitle("loss")
            .WithXAxisStyle<double, double, string>(TitleText: "epoch")
            .WithYAxisStyle<double, double, string>(TitleText: "nats", AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(0.1, 1.0))
            .WithSize(Width: 640, Height: 360)
            .WithLegend(true)
            .WithLayout("bargap", 0.25)
            .WithTemplate(ChartTemplates.light),
        ["NotANumber"] = () => Chart.Line<double, double, string>(x: X, y: [1, double.NaN, double.PositiveInfinity]),
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
