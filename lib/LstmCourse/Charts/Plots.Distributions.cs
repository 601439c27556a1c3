using System.Text.Json.Nodes;
using Plotly.NET;
using PlotlySvg;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <content>How values spread.</content>
public static partial class Plots
{
    /// <summary>How many values fall into each of some bins of a round width.</summary>
    /// <param name="values">The values; what is not finite is not counted.</param>
    /// <param name="bins">About how many bins, from 1 to 1000.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static CourseChart Histogram(IEnumerable<double> values, int bins = 20, ChartOptions? options = null) =>
        Histograms([("", ChartInput.Values(values, "the histogram"))], bins, null, new(options, null, "value", "count"));

    /// <summary>The scores that a model gives to each class, over one another, with the threshold between them.</summary>
    /// <param name="classes">For each class its name and its scores.</param>
    /// <param name="threshold">Where the model decides; null for none.</param>
    /// <param name="bins">About how many bins, from 1 to 1000.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no class, or one has no scores.</exception>
    public static CourseChart ScoreHistogram(
        IEnumerable<(string Name, IEnumerable<double> Values)> classes, double? threshold = 0.5, int bins = 20,
        ChartOptions? options = null) =>
        Histograms(ChartInput.Series(classes), bins, threshold, new(options, "Scores by class", "score", "count"));

    /// <summary>Whether probabilities mean what they say: of the cases given 0.8, do eight in ten come true?</summary>
    /// <param name="probabilities">What the model said, between 0 and 1.</param>
    /// <param name="outcomes">What came true.</param>
    /// <param name="bins">How many bins of one width, from 2 to 50; one without cases is left out.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">The sequences are empty or differ in length, a probability lies outside 0 to 1, or the bins
    /// do.</exception>
    public static CourseChart Calibration(
        IEnumerable<double> probabilities, IEnumerable<bool> outcomes, int bins = 10, ChartOptions? options = null)
    {
        var said = ChartInput.Values(probabilities, "the probabilities");
        var came = (outcomes ?? throw new ArgumentException("Expected a sequence of outcomes; got null.")).ToArray();
        ChartInput.SameLength(said.Length, "probabilities", came.Length, "outcomes");
        ChartInput.AllWithin(said, 0, 1, "probabilities");
        if (bins is < 2 or > 50) throw new ArgumentException($"Expected between 2 and 50 bins; got {bins}.");

        var groups = said.Zip(came).Where(pair => double.IsFinite(pair.First))
            .GroupBy(pair => Math.Min(bins - 1, (int)(pair.First * bins))).OrderBy(group => group.Key).ToArray();
        LineSeries[] lines =
        [
            new("as it should be", [0, 1], [0, 1], new("", "", Theme.AxisLine, "dash", "circle")),
            new(
                "model", [.. groups.Select(group => group.Average(pair => pair.First))],
                [.. groups.Select(group => group.Average(pair => pair.Second ? 1.0 : 0.0))], Palette.OfSeries(0)),
        ];
        var range = options is { YMin: not null } or { YMax: not null } ? options : (options ?? new()) with { YMin = -0.02, YMax = 1.02 };
        return LineChart(lines, new(range, "Calibration", "predicted probability", "share that came true", 480, 460), figure =>
        {
            figure.Trace(0)["mode"] = "lines";
            figure.Layout().Part("xaxis")["range"] = new JsonArray(-0.02, 1.02);
        });
    }

    /// <summary>For each group the median, the middle half (box), the rest (whiskers) and outliers (points).</summary>
    /// <param name="groups">For each group its name and its values.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no group, or one is empty.</exception>
    public static CourseChart BoxPlot(IEnumerable<(string Name, IEnumerable<double> Values)> groups, ChartOptions? options = null)
    {
        var all = ChartInput.Series(groups);
        var styles = SeriesStyles.For([.. all.Select(one => one.Name)]);
        var boxes = all.Select((one, i) => Chart.BoxPlot<string, double, string>(
            UseDefaults: false, Y: one.Values, Name: PlotText.Escape(one.Name), MarkerColor: Color.fromHex(styles[i].Color)));
        var chart = new ChartFrame(options, null, null, "value").Around(Chart.Combine(boxes)).WithLegend(false);
        return new(chart, figure => figure.Layout().Part("xaxis")["type"] = "category");
    }

    private static CourseChart Histograms((string Name, double[] Values)[] series, int wanted, double? threshold, ChartFrame frame)
    {
        var bins = Bins.Over(series.SelectMany(one => one.Values), wanted);
        var charts = series.Select((one, i) => Chart.Histogram<double, double, string>(
            UseDefaults: false, X: one.Values, Name: one.Name, MarkerColor: Color.fromHex(Palette.OfSeries(i).Color),
            Opacity: series.Length > 1 ? 0.6 : 1.0));
        return new(frame.Around(Chart.Combine(charts)).WithLegend(series.Length > 1), figure =>
        {
            for (var i = 0; i < series.Length; i++)
            {
                figure.Trace(i)["xbins"] = new JsonObject { ["start"] = bins.Start, ["end"] = bins.End, ["size"] = bins.Size };
                figure.Trace(
                    i)["marker"]!["line"] =
                        new JsonObject { ["color"] = series.Length > 1 ? Palette.OfSeries(i).Color : Theme.Ground, ["width"] = 1 };
            }

            figure.Layout()["bargap"] = 0;
            if (series.Length > 1) figure.Layout()["barmode"] = "overlay";
            var most = series.Max(one => bins.Count(one.Values).Max());
            var y = figure.Layout().Part("yaxis");
            // Half a case is nothing to count.
            if (most <= 5) y["dtick"] = 1;
            if (threshold is not { } at) return;
            // Room for the word above the bars.
            y["range"] = new JsonArray(0, FigureNumber.Round(1.15 * Math.Max(1, most)));
            Threshold(figure, at);
        });
    }

    private static void Threshold(JsonObject figure, double at)
    {
        figure.Layout().Append("shapes", new JsonObject
        {
            ["type"] = "line",
            ["x0"] = at,
            ["x1"] = at,
            ["xref"] = "x",
            ["y0"] = 0,
            ["y1"] = 1,
            ["yref"] = "paper",
            ["line"] = new JsonObject { ["color"] = Theme.Ink, ["dash"] = "dash", ["width"] = 1.5 },
        });
        figure.Layout().Append("annotations", new JsonObject
        {
            ["text"] = $"threshold {FigureNumber.Write(at)}",
            ["x"] = at,
            ["xref"] = "x",
            ["xanchor"] = "left",
            ["xshift"] = 5,
            ["y"] = 1,
            ["yref"] = "paper",
            ["yanchor"] = "top",
            ["showarrow"] = false,
        });
    }
}
