using System.Text.Json.Nodes;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>Writes each line's last value beside its end, spread so that labels do not touch.</summary>
internal static class EndLabels
{
    private const double LineHeight = 15;

    public static void Add(JsonObject figure, IReadOnlyList<LineSeries> lines, bool logarithmic)
    {
        var values = lines.SelectMany(line => line.Y).Where(value => double.IsFinite(value) && (!logarithmic || value > 0))
            .Select(Height).ToArray();
        if (values.Length == 0) return;

        // The plot's height in pixels is only guessed here: enough to tell whether two labels would touch.
        var pixels = 0.7 * (figure.Layout()["height"]?.GetValue<double>() ?? Theme.Height);
        var (low, high) = (values.Min(), values.Max());
        var perUnit = high > low ? pixels / (high - low) : 0;
        var previous = double.NegativeInfinity;
        var ends = lines.Select(line => (Line: line, Last: Array.FindLastIndex(line.Y, double.IsFinite)))
            .Where(end => end.Last >= 0).OrderBy(end => Height(end.Line.Y[end.Last]));
        foreach (var (line, last) in ends)
        {
            var at = Height(line.Y[last]) * perUnit;
            var shown = Math.Max(at, previous + LineHeight);
            previous = shown;
            figure.Layout().Append("annotations", new JsonObject
            {
                ["text"] = FigureNumber.Write(line.Y[last]),
                ["x"] = line.X[last],
                ["y"] = Height(line.Y[last]),
                ["xref"] = "x",
                ["yref"] = "y",
                ["xanchor"] = "left",
                ["yanchor"] = "middle",
                ["xshift"] = 8,
                ["yshift"] = Math.Round(shown - at, 1),
                ["showarrow"] = false,
                ["font"] = new JsonObject { ["color"] = line.Style.Color },
            });
        }

        figure.Layout().Part("margin")["r"] = 80;

        double Height(double value) => logarithmic ? Math.Log10(value) : value;
    }
}
