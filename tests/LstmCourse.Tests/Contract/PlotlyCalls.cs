using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Tests.Contract;

/// <summary>Every call of Plotly.NET that the course and its learners may make, once.</summary>
internal static class PlotlyCalls
{
    private static readonly double[] X = [1, 2, 3], Y = [0.5, 0.25, 0.125];

    private static readonly string[] Words = ["a", "b", "c"];

    public static readonly IReadOnlyDictionary<string, Func<GenericChart>> All = new Dictionary<string, Func<GenericChart>>
    {
        ["Line"] = () => Chart.Line<double, double, string>(
            x: X, y: Y, Name: "train", ShowMarkers: true, LineColor: Color.fromHex("#d62728"), LineDash: StyleParam.DrawingStyle.Dash, LineWidth: 2.0),
        ["Scatter"] = () => Chart.Scatter<double, double, string>(x: X, y: Y, mode: StyleParam.Mode.Markers_Text, MultiText: Words),
        ["Point"] = () => Chart.Point<double, double, string>(X, Y, MarkerColor: Color.fromHex("#1f77b4")),
        ["Area"] = () => Chart.Area<double, double, string>(x: X, y: Y),
        ["Column"] = () => Chart.Column<double, string, string>(values: Y, Keys: Words, Name: "n"),
        ["Bar"] = () => Chart.Bar<double, string, string>(values: Y, Keys: Words),
        ["StackedColumn"] = () => Chart.StackedColumn<double, string, string>(values: Y, Keys: Words),
        ["Heatmap"] = () => Chart.Heatmap<double, string, string, string>(
            zData: [[1, 2, 3], [4, 5, 6]], X: Words, Y: new[] { "f", "i" }, ColorScale: StyleParam.Colorscale.Viridis, ShowScale: true, ReverseYAxis: true),
        ["Histogram"] = () => Chart.Histogram<double, double, string>(X: X, NBinsX: 20),
        ["BoxPlot"] = () => Chart.BoxPlot<string, double, string>(Y: Y, Name: "b"),
        ["Combine"] = () => Chart.Combine([Chart.Line<double, double, string>(x: X, y: Y, Name: "one"), Chart.Line<double, double, string>(x: Y, y: X, Name: "two")]),
        ["Grid"] = () => Chart.Grid(
            [Chart.Line<double, double, string>(x: X, y: Y), Chart.Column<double, string, string>(values: Y, Keys: Words)],
            nRows: 1, nCols: 2, SubPlotTitles: new[] { "left", "right" }, Pattern: StyleParam.LayoutGridPattern.Independent),
        ["Styles"] = () => Chart.Line<double, double, string>(x: X, y: Y)
            .WithTitle("loss")
            .WithXAxisStyle<double, double, string>(TitleText: "epoch")
            .WithYAxisStyle<double, double, string>(TitleText: "nats", AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(0.1, 1.0))
            .WithSize(Width: 640, Height: 360)
            .WithLegend(true)
            .WithTemplate(ChartTemplates.light),
        ["NotANumber"] = () => Chart.Line<double, double, string>(x: X, y: [1, double.NaN, double.PositiveInfinity]),
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
