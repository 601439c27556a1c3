using System.Text.Json.Nodes;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <content>Lines: learning curves, forecasts, anything over time.</content>
public static partial class Plots
{
    /// <summary>Lines over a common axis.</summary>
    /// <param name="series">For each line its name and values; they may differ in length.</param>
    /// <param name="x">Where the values stand. Without it they are counted from <see cref="ChartOptions.FirstX"/>, or 1.</param>
    /// <param name="options">Titles, size, a logarithmic axis.</param>
    /// <exception cref="ArgumentException">There is no series, one is empty, or one has more values than <paramref name="x"/>.</exception>
    public static CourseChart Lines(
        IEnumerable<(string Name, IEnumerable<double> Values)> series, IEnumerable<double>? x = null, ChartOptions? options = null)
    {
        var all = ChartInput.Series(series);
        var places = x is null ? CountFrom(options?.FirstX ?? 1, all.Max(one => one.Values.Length)) : ChartInput.Values(x, "x");
        foreach (var (name, values) in all)
        {
            if (values.Length > places.Length)
                throw new ArgumentException(
                    $"Expected at most as many values as there are x ({places.Length}); \"{name}\" has {values.Length}.");
        }

        var styles = SeriesStyles.For([.. all.Select(one => one.Name)]);
        return LineChart(
            [.. all.Select((one, i) => new LineSeries(one.Name, places[..one.Values.Length], one.Values, styles[i]))],
            new(options, null, null, null));
    }

    /// <summary>A loss or another measure by epoch, for training and validation.</summary>
    /// <param name="train">The measure on the training data after each epoch.</param>
    /// <param name="validation">The measure on the validation data; may be left out.</param>
    /// <param name="options">The vertical axis is called "loss" unless <see cref="ChartOptions.YTitle"/> says otherwise.</param>
    /// <exception cref="ArgumentException">A sequence is empty.</exception>
    public static CourseChart LearningCurves(
        IEnumerable<double> train, IEnumerable<double>? validation = null, ChartOptions? options = null)
    {
        List<(string Name, IEnumerable<double> Values)> series = [("training", train)];
        if (validation is not null) series.Add(("validation", validation));
        var first = options?.FirstX ?? 1;
        return LineChart(
            [.. ChartInput.Series(series).Select((one, i) => Counted(one.Name, one.Values, first, Palette.OfSeries(i)))],
            new(options, "Learning curves", "epoch", "loss"));
    }

    /// <summary>What happened, and what was forecast.</summary>
    /// <param name="actual">The true values.</param>
    /// <param name="forecasts">For each forecast its name and values.</param>
    /// <param name="start">The position in <paramref name="actual"/> of the first forecast value.</param>
    /// <param name="lower">The lower edge of the first forecast's band; may be left out together with <paramref name="upper"/>.</param>
    /// <param name="upper">The upper edge of that band.</param>
    /// <param name="options">The horizontal axis counts from 0 unless <see cref="ChartOptions.FirstX"/> says otherwise.</param>
    /// <exception cref="ArgumentException">A sequence is empty, <paramref name="start"/> lies outside <paramref name="actual"/>, or the
    /// edges of the band do not fit.</exception>
    public static CourseChart Forecast(
        IEnumerable<double> actual,
        IEnumerable<(string Name, IEnumerable<double> Values)> forecasts,
        int start,
        IEnumerable<double>? lower = null,
        IEnumerable<double>? upper = null,
        ChartOptions? options = null)
    {
        var truth = ChartInput.Values(actual, "the actual values");
        var lines = ChartInput.Series(forecasts);
        if (start < 0 || start > truth.Length)
            throw new ArgumentException(
                $"Expected the forecast to start between 0 and {truth.Length}, the number of actual values; got {start}.");
        if (lower is null != upper is null) throw new ArgumentException("Expected both edges of the band, or neither.");

        var styles = SeriesStyles.For([.. lines.Select(one => one.Name)]);
        var first = options?.FirstX ?? 0;
        List<LineSeries> all = [new("actual", CountFrom(first, truth.Length), truth, Palette.Cell with { Dash = "solid" })];
        all.AddRange(lines.Select((one, i) => Counted(one.Name, one.Values, first + start,
            styles[i] with { Dash = Palette.OfSeries(i + 1).Dash })));
        var frame = new ChartFrame(options, "Forecast", "time step", "value");
        if (lower is null || upper is null) return LineChart(all, frame, Quiet);

        var (low, high) = (ChartInput.Values(lower, "the lower edge"), ChartInput.Values(upper, "the upper edge"));
        ChartInput.SameLength(lines[0].Values.Length, "values of the first forecast", low.Length, "values of the lower edge");
        ChartInput.SameLength(low.Length, "values of the lower edge", high.Length, "values of the upper edge");
        return WithBand(all, frame, CountFrom(first + start, low.Length), low, high);

        void Quiet(JsonObject figure)
        {
            for (var i = 0; i < all.Count; i++) figure.Trace(i)["mode"] = "lines";
        }
    }

    private static LineSeries Counted(string name, double[] values, double first, GateStyle style) =>
        new(name, CountFrom(first, values.Length), values, style);

    private static CourseChart WithBand(List<LineSeries> lines, ChartFrame frame, double[] x, double[] low, double[] high)
    {
        var edge = Chart.Line<double, double, string>(
            UseDefaults: false, x: x, y: low, LineWidth: 0.0, ShowLegend: false, LineColor: Color.fromHex(lines[1].Style.Color));
        var band = Chart.Line<double, double, string>(
            UseDefaults: false, x: x, y: high, Name: "likely range", LineWidth: 0.0, Fill: StyleParam.Fill.ToNext_y,
            LineColor: Color.fromHex(lines[1].Style.Color), FillColor: Color.fromHex(lines[1].Style.Color));
        var chart = frame.Around(Chart.Combine([edge, band, .. lines.Select(line => line.ToChart())])).WithLegend(true);
        return new(chart, figure =>
        {
            var color = lines[1].Style.Color;
            figure.Trace(1)["fillcolor"] = FormattableString.Invariant($"rgba({Part(1)}, {Part(3)}, {Part(5)}, 0.2)");
            for (var i = 0; i < lines.Count; i++)
            {
                lines[i].Finish(figure.Trace(i + 2));
                figure.Trace(i + 2)["mode"] = "lines";
            }

            int Part(int at) => Convert.ToInt32(color.Substring(at, 2), 16);
        });
    }
}
