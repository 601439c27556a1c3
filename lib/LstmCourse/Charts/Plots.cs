using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <summary>
/// The course's charts. Each takes plain numbers and texts, and gives a <see cref="CourseChart"/> that a notebook shows when
/// it is a cell's last expression.
/// </summary>
/// <example><code>Plots.LearningCurves(train: [0.69, 0.52, 0.41], validation: [0.68, 0.55, 0.51])</code></example>
public static partial class Plots
{
    /// <summary>Shows a chart that was made with Plotly.NET itself.</summary>
    /// <exception cref="ArgumentNullException">There is no chart.</exception>
    public static CourseChart Of(GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return new(chart);
    }

    private static CourseChart LineChart(
        IReadOnlyList<LineSeries> lines, ChartFrame frame, Action<System.Text.Json.Nodes.JsonObject>? finish = null) =>
        new(
            frame.Around(Chart.Combine([.. lines.Select(line => line.ToChart())])).WithLegend(lines.Any(line => line.Name.Length > 0)),
            figure =>
            {
                for (var i = 0; i < lines.Count; i++) lines[i].Finish(figure.Trace(i));
                if (frame.Options is { LogY: true }) LogAxis.Space(figure.Layout().Part("yaxis"), lines);
                finish?.Invoke(figure);
            });

    private static double[] CountFrom(double first, int count) => [.. Enumerable.Range(0, count).Select(i => first + i)];
}
