using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <content>Several charts in one picture.</content>
public static partial class Plots
{
    /// <summary>Charts side by side, row by row, each under its own title.</summary>
    /// <param name="charts">The charts; equal names share one place in the legend.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="options">The title of the whole, and its size; the axes keep their own titles.</param>
    /// <exception cref="ArgumentException">There are no charts, or fewer than one column.</exception>
    public static CourseChart Grid(IEnumerable<CourseChart> charts, int columns = 2, ChartOptions? options = null)
    {
        var cells = charts?.ToArray() ?? [];
        if (cells.Length == 0) throw new ArgumentException("Expected at least one chart; got none.", nameof(charts));
        if (columns < 1) throw new ArgumentException($"Expected at least one column; got {columns}.", nameof(columns));

        columns = Math.Min(columns, cells.Length);
        var rows = (cells.Length + columns - 1) / columns;
        var grid = Chart.Grid(
            cells.Select(cell => cell.Plotly),
            nRows: rows,
            nCols: columns,
            SubPlotTitles: cells.Select(GridFigure.TitleOf).ToArray(),
            Pattern: StyleParam.LayoutGridPattern.Independent);
        var frame = new ChartFrame(
            new() { Title = options?.Title ?? "", Width = options?.Width, Height = options?.Height }, null, null, null, 900,
            60 + 300 * rows);
        return new(frame.Around(grid), figure => GridFigure.Fill(figure, cells, rows, columns));
    }
}
