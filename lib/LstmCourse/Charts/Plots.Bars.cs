using System.Text.Json.Nodes;
using Plotly.NET;
using PlotlySvg;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <content>Comparisons: one bar for each thing.</content>
public static partial class Plots
{
    /// <summary>Means with error bars, on an axis that fits them: for differences that columns from zero would hide.</summary>
    /// <param name="labels">What each mean belongs to.</param>
    /// <param name="means">The means.</param>
    /// <param name="errors">Half the length of each error bar, such as a standard deviation over seeds.</param>
    /// <param name="options">Titles and size; say there what the error bars are.</param>
    /// <exception cref="ArgumentException">The sequences are empty or differ in length, or an error is below zero.</exception>
    public static CourseChart Means(
        IEnumerable<string> labels, IEnumerable<double> means, IEnumerable<double> errors, ChartOptions? options = null)
    {
        var names = ChartInput.Labels(labels, "the labels");
        var (values, spreads) = (ChartInput.Values(means, "the means"), ChartInput.Values(errors, "the errors"));
        ChartInput.SameLength(names.Length, "labels", values.Length, "means");
        ChartInput.SameLength(names.Length, "labels", spreads.Length, "errors");
        ChartInput.AllWithin(spreads, 0, double.PositiveInfinity, "errors");
        var points = Chart.Point<string, double, string>(
            UseDefaults: false, x: names.Select(PlotText.Escape), y: values, MarkerColor: Color.fromHex(Palette.OfSeries(0).Color));
        return new(new ChartFrame(options, null, null, null).Around(points), figure =>
        {
            var trace = figure.Trace(0);
            trace["error_y"] = ErrorBars(spreads);
            trace["marker"]!["size"] = 10;
            trace["mode"] = "markers+text";
            trace["textposition"] = "middle right";
            trace["text"] = PlotText.Numbers(values).Select(text => "\u2002" + text).ToJson();
            trace["cliponaxis"] = false;
            figure.Layout().Part("xaxis")["type"] = "category";
            figure.Layout().Part("xaxis")["range"] = new JsonArray(-0.5, names.Length - 0.5);
        });
    }

    /// <summary>One column for each label, with its value or its error bar.</summary>
    /// <param name="labels">What each column stands for.</param>
    /// <param name="values">The columns' heights.</param>
    /// <param name="errors">Half the length of each error bar, such as a standard deviation over seeds; may be left out.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">The sequences are empty or differ in length, or an error is below zero.</exception>
    public static CourseChart Bars(
        IEnumerable<string> labels, IEnumerable<double> values, IEnumerable<double>? errors = null, ChartOptions? options = null) =>
        GroupedBars(labels, [("", values)], errors is null ? null : [errors], options);

    /// <summary>Several columns side by side for each label.</summary>
    /// <param name="labels">What each group of columns stands for.</param>
    /// <param name="series">For each colour its name and its values, one for each label.</param>
    /// <param name="errors">For each series half the length of its error bars; may be left out.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">The sequences are empty or differ in length, or an error is below zero.</exception>
    public static CourseChart GroupedBars(
        IEnumerable<string> labels,
        IEnumerable<(string Name, IEnumerable<double> Values)> series,
        IEnumerable<IEnumerable<double>>? errors = null,
        ChartOptions? options = null)
    {
        var names = ChartInput.Labels(labels, "the labels");
        var all = ChartInput.Series(series);
        foreach (var (name, values) in all)
            ChartInput.SameLength(names.Length, "labels", values.Length, name.Length > 0 ? $"values of \"{name}\"" : "values");
        var spreads = errors is null ? null : ChartInput.Rows(errors, "the errors");
        if (spreads is not null)
        {
            ChartInput.SameLength(all.Length, "series", spreads.Length, "rows of errors");
            ChartInput.SameLength(names.Length, "labels", spreads[0].Length, "errors");
            foreach (var row in spreads) ChartInput.AllWithin(row, 0, double.PositiveInfinity, "errors");
        }

        var keys = names.Select(PlotText.Escape).ToArray();
        var styles = SeriesStyles.For([.. all.Select(one => one.Name)]);
        var charts = all.Select((one, i) => Chart.Column<double, string, string>(
            UseDefaults: false, values: one.Values, Keys: keys, Name: one.Name, MarkerColor: Color.fromHex(styles[i].Color)));
        var chart = new ChartFrame(options, null, null, null).Around(Chart.Combine(charts)).WithLegend(all.Length > 1);
        return new(chart, Finish);

        void Finish(JsonObject figure)
        {
            figure.Layout().Part("xaxis")["type"] = "category";
            figure.Layout()["bargap"] = 0.3;
            var texts = PlotText.Numbers([.. all.SelectMany(one => one.Values)]);
            for (var i = 0; i < all.Length; i++)
            {
                if (spreads is not null)
                    figure.Trace(i)["error_y"] = ErrorBars(spreads[i]);
                else
                    WriteValues(figure.Trace(i), texts.Skip(i * names.Length).Take(names.Length));
                var marker = figure.Trace(i)["marker"]!.AsObject();
                marker["line"] = new JsonObject { ["color"] = Theme.Ground, ["width"] = 1 };
                var hatch = Palette.Series.ToList().IndexOf(styles[i]);
                if (hatch > 0) marker["pattern"] = Hatch(hatch);
            }
        }
    }

    /// <summary>The likeliest next tokens, the first on top.</summary>
    /// <param name="tokens">The tokens, likeliest first.</param>
    /// <param name="probabilities">Their probabilities, between 0 and 1.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">The sequences are empty or differ in length, or a probability lies outside 0 to 1.</exception>
    public static CourseChart TokenProbabilities(
        IEnumerable<string> tokens, IEnumerable<double> probabilities, ChartOptions? options = null)
    {
        var names = ChartInput.Labels(tokens, "the tokens");
        var shares = ChartInput.Values(probabilities, "the probabilities");
        ChartInput.SameLength(names.Length, "tokens", shares.Length, "probabilities");
        ChartInput.AllWithin(shares, 0, 1, "probabilities");

        var bars = Chart.Bar<double, string, string>(
            UseDefaults: false, values: shares, Keys: names.Select(PlotText.Escape).ToArray(),
            MarkerColor: Color.fromHex(Palette.OfSeries(0).Color));
        var frame = new ChartFrame(options, "Next token", "probability", null, 560, Math.Clamp(120 + 30 * names.Length, 180, 900));
        return new(frame.Around(bars), figure =>
        {
            var (x, y) = (figure.Layout().Part("xaxis"), figure.Layout().Part("yaxis"));
            x["tickformat"] = ".0%";
            // The share of the longest bar stands beyond it.
            x["range"] = new JsonArray(0, FigureNumber.Round(1.15 * Math.Max(1e-9, shares.Where(double.IsFinite).DefaultIfEmpty(1).Max())));
            y["type"] = "category";
            y["autorange"] = "reversed";
            y["tickcolor"] = Theme.Ground;
            figure.Layout()["bargap"] = 0.25;
            WriteValues(figure.Trace(0), shares.Select(PlotText.Percent));
        });
    }

    private static JsonObject ErrorBars(double[] spreads) =>
        new() { ["type"] = "data", ["array"] = spreads.ToJson(), ["color"] = Theme.Ink, ["thickness"] = 1.5, ["width"] = 5 };

    // Tells the bars apart without colour.
    private static JsonObject Hatch(int style) => new()
    {
        ["shape"] = new[] { "/", ".", "\\", "x", "-" }[style - 1],
        ["fillmode"] = "overlay",
        ["fgcolor"] = Theme.Ground,
        ["fgopacity"] = 0.55,
        ["size"] = 7,
        ["solidity"] = 0.25,
    };

    private static void WriteValues(JsonObject trace, IEnumerable<string> texts)
    {
        trace["text"] = texts.ToJson();
        trace["textposition"] = "outside";
        trace["cliponaxis"] = false;
    }
}
