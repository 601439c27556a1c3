using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

/// <summary>Several charts in one figure.</summary>
public static partial class Chart
{
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<Font> SubPlotTitleFont = default, Optional<double> SubPlotTitleOffset = default,
        Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default, Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default, Optional<StyleParam.LayoutGridPattern> Pattern = default,
        Optional<double> XGap = default, Optional<double> YGap = default, Optional<Domain> Domain = default,
        Optional<StyleParam.LayoutGridXSide> XSide = default, Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        var pattern = Pattern.IsSome ? Pattern.Value : StyleParam.LayoutGridPattern.Independent;
        return SubplotGrid.Of(
            [.. gCharts], nRows, nCols, SubPlotTitles.IsSome ? [.. SubPlotTitles.Value] : [],
            SubPlotTitleOffset.IsSome ? SubPlotTitleOffset.Value : 0,
            pattern == StyleParam.LayoutGridPattern.Independent, XGap, YGap);
    }
}
