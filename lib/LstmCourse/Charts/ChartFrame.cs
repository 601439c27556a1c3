using Plotly.NET;
using Plotly.NET.CSharp;

namespace LstmCourse.Charts;

/// <summary>Title, axis titles and size, the same way for every chart.</summary>
/// <param name="Options">What the caller asked for.</param>
/// <param name="Title">What stands there if the caller gave nothing.</param>
/// <param name="XTitle">As above, for the horizontal axis.</param>
/// <param name="YTitle">As above, for the vertical axis.</param>
/// <param name="Width">As above, in pixels.</param>
/// <param name="Height">As above, in pixels.</param>
internal sealed record ChartFrame(
    ChartOptions? Options, string? Title, string? XTitle, string? YTitle, int Width = Theme.Width, int Height = Theme.Height)
{
    public GenericChart Around(GenericChart chart)
    {
        var width = ChartInput.Size(Options?.Width, Width, 200, "width");
        var height = ChartInput.Size(Options?.Height, Height, 150, "height");
        chart = chart.WithSize(Width: width, Height: height);
        if ((Options?.Title ?? Title) is { Length: > 0 } title) chart = chart.WithTitle(title);
        if ((Options?.XTitle ?? XTitle) is { Length: > 0 } x) chart = chart.WithXAxisStyle<double, double, string>(TitleText: x);
        if ((Options?.YTitle ?? YTitle) is { Length: > 0 } y) chart = chart.WithYAxisStyle<double, double, string>(TitleText: y);
        if (Options is { LogY: true }) chart = chart.WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log);
        return YRange(chart);
    }

    private GenericChart YRange(GenericChart chart)
    {
        if (Options is null or { YMin: null, YMax: null }) return chart;
        if (Options is not { YMin: { } low, YMax: { } high }) throw new ArgumentException("Expected both YMin and YMax, or neither.");
        if (!(low < high)) throw new ArgumentException($"Expected YMin below YMax; got {low} and {high}.");
        if (Options.LogY && low <= 0) throw new ArgumentException($"Expected YMin above zero on a logarithmic axis; got {low}.");
        // plotly.js takes the range of a logarithmic axis as exponents of ten.
        var range = Options.LogY ? Tuple.Create(Math.Log10(low), Math.Log10(high)) : Tuple.Create(low, high);
        return chart.WithYAxisStyle<double, double, string>(MinMax: range);
    }
}
