using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PlotlySvg;

/// <summary>Says in words what a figure shows, for readers without the picture.</summary>
public static partial class FigureText
{
    // A table of more cells than this is summed up in one line.
    private const int MostCells = 36;
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
        return [prefix + (hasKeys && type != "box" ? Pairs(trace, keys, values) : Summary(type, values))];
    }

    private static IEnumerable<string> Shaded(JsonObject layout)
    {
        var stretches = layout.Items("shapes").Where(shape => shape.Text("type") == "rect" && shape.Text("xref") == "x")
            .Select(shape => $"{Number(shape.Number("x0") ?? double.NaN)} to {Number(shape.Number("x1") ?? double.NaN)}").ToArray();
        return stretches.Length == 0 ? [] : [$"- shaded: {string.Join(", ", stretches)}"];
    }

    private static string Pairs(JsonObject trace, JsonNode?[] keys, double[] values)
    {
        var errors = trace.Numbers("error_y", "array");
        return string.Join(", ", keys.Select((key, i) => $"{Plain(key?.ToString())} {Number(values[i])}{Error(i)}"));

        string Error(int i) => i < errors.Length ? $" ± {Number(errors[i])}" : "";
    }

    private static string Summary(string? type, double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0) return "no finite value";
        if (values.Length == 1) return Number(values[0]);
        var text = string.Create(CultureInfo.InvariantCulture, $"{values.Length} values, {Number(finite.Min())} to {Number(finite.Max())}");
        return type is "histogram" or "box"
            ? $"{text}, mean {Number(finite.Average())}"
            : $"{text}, first {Number(values[0])}, last {Number(values[^1])}";
    }

    private static IEnumerable<string> Cells(JsonObject trace, string name)
    {
        var rows = trace.Items("z").Select(row => row.Numbers()).ToArray();
        var (columnNames, rowNames) = (trace.Items("x"), trace.Items("y"));
        if (trace["texttemplate"] is null || rows.Sum(row => row.Length) > MostCells)
        {
            var finite = rows.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToArray();
            var prefix = name.Length > 0 ? $"- {name}: " : "- ";
            var (height, width) = (Written(rows.Length), Written(rows.FirstOrDefault()?.Length ?? 0));
            return [$"{prefix}{height} rows of {width} values, {Number(finite.Min())} to {Number(finite.Max())}"];
        }

        return rows.Select((row, r) => $"- {Named(rowNames, r)}: {string.Join(", ", row.Select((_, c) => Cell(r, c)))}");

        string Cell(int r, int c) => $"{Named(columnNames, c)} {Plain(trace["text"]?[r]?[c].Text())}";
    }

    private static string Named(JsonNode?[] names, int i) =>
        i < names.Length ? Plain(names[i]?.ToString()) : Written(i);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => !double.IsFinite(value) ? "missing"
        : value != 0 && Math.Abs(value) is < 1e-4 or >= 1e15 ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
        : Math.Abs(value) >= 1000 ? Math.Round(value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);

    [GeneratedRegex("</?(sub|sup|b|i)>")]
    private static partial Regex Markup();
}
