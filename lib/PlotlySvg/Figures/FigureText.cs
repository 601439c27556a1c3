using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PlotlySvg;

/// <summary>Says in words what a figure shows, for readers without the picture.</summary>
public static partial class FigureText
{
    private const int MostBars = 12;

    /// <summary>A line with the title and the axes, then a line or more for each series.</summary>
    /// <param name="figure">An object with <c>data</c> and <c>layout</c>, as plotly.js reads it. It is not changed.</param>
    public static string Describe(JsonObject figure)
    {
        var layout = figure.Layout();
        var traces = figure.Items("data").OfType<JsonObject>().ToArray();
        var axes = traces.Select(trace => (X: trace.Text("xaxis") ?? "x", Y: trace.Text("yaxis") ?? "y")).Distinct().ToArray();
        if (axes.Length < 2)
            return string.Join(
                '\n', [Head(layout, "Chart", layout.Text("title", "text"), "x", "y"), .. traces.SelectMany(Series), .. Shaded(layout)]);

        var titles = layout.Items("annotations").Where(note => note.Text("xref") == "paper").Select(note => note.Text("text")).ToArray();
        return string.Join('\n', [
            Head(layout, "Charts", layout.Text("title", "text"), "", ""),
            .. axes.SelectMany((pair, i) => traces.Where(trace => (trace.Text("xaxis"), trace.Text("yaxis")) == pair).SelectMany(Series)
                .Prepend(Head(layout, $"Chart {Written(i + 1)}", titles.ElementAtOrDefault(i), pair.X, pair.Y))),
        ]);
    }

    /// <summary>A text without the markup that plotly.js knows, such as <c>&lt;sub&gt;</c>.</summary>
    /// <param name="text">The text; null counts as empty.</param>
    public static string Plain(string? text) =>
        WebUtility.HtmlDecode(Markup().Replace((text ?? "").Replace("<br>", " ", StringComparison.Ordinal), "")).Trim('\u2002', '\u200b');

    private static string Head(JsonObject layout, string what, string? title, string x, string y)
    {
        var text = Plain(title) is { Length: > 0 } named ? $"{what}: {named}." : $"{what}.";
        foreach (var (axis, name) in new[] { (x, "Horizontal"), (y, "Vertical") })
        {
            if (axis.Length > 0 && Plain(layout.Text($"{axis[0]}axis{axis[1..]}", "title", "text")) is { Length: > 0 } words)
                text += $" {name}: {words}.";
        }

        return text;
    }

    private static IEnumerable<string> Series(JsonObject trace)
    {
        // The edge of a band is no series of its own.
        if (trace.Number("line", "width") == 0 && trace.Text("name") is null) return [];
        // Nor is a point that is only there for the legend.
        if (trace.Numbers("y") is [double.NaN]) return [];
        var name = Plain(trace.Text("name"));
        var type = trace.Text("type");
        if (type == "heatmap") return Cells(trace, name);
        var counted = trace.Items("values") is { Length: > 0 } shares ? shares : trace.Items("z");
        if (trace["x"] is null && trace["y"] is null)
        {
            var what = string.Join(' ', new[] { name, type }.Where(word => word is { Length: > 0 }));
            return [$"- {what}: {Written(counted.Length)} values"];
        }

        var isHorizontal = trace.Text("orientation") == "h";
        var values = isHorizontal || trace["y"] is null ? trace.Numbers("x") : trace.Numbers("y");
        var keys = trace.Items(isHorizontal ? "y" : "x");
        var hasKeys = keys.Length == values.Length && values.Length <= MostBars
            && (type == "bar" || keys.Any(key => key.Text() is not null));
        var prefix = name.Length > 0 ? $"- {name}: " : "- ";
        return [prefix + (hasKeys && type != "box" ? Pairs(trace, keys, values) : Summary(trace, keys, values))];
    }

    private static IEnumerable<string> Shaded(JsonObject layout)
    {
        var stretches = layout.Items("shapes").Where(shape => shape.Text("type") == "rect" && shape.Text("xref") == "x")
            .Select(shape => $"{Number(shape.Number("x0") ?? double.NaN)} to {Number(shape.Number("x1") ?? double.NaN)}").ToArray();
        return stretches.Length == 0 ? [] : [$"- shaded: {string.Join(", ", stretches)}"];
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("</?(sub|sup|b|i)>")]
    private static partial Regex Markup();
}
