using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LstmCourse.Charts;

/// <summary>Says in words what a figure shows, for readers without the picture.</summary>
internal static partial class FigureText
{
    /// <summary>A line with the title and the axes, then a line for each series with its range.</summary>
    public static string Describe(JsonObject figure)
    {
        var layout = figure.Layout();
        List<string> lines = [Head(layout)];
        foreach (var trace in figure["data"]!.AsArray().OfType<JsonObject>())
        {
            if (Series(trace) is { Length: > 0 } text) lines.Add(text);
        }

        return string.Join('\n', lines);
    }

    /// <summary>A text without its markup.</summary>
    public static string Plain(string? text) => WebUtility.HtmlDecode(Markup().Replace((text ?? "").Replace("<br>", " ", StringComparison.Ordinal), ""));

    private static string Head(JsonObject layout)
    {
        var title = Plain(layout["title"]?["text"]?.GetValue<string>());
        var text = title.Length > 0 ? $"Chart: {title}." : "Chart.";
        foreach (var (key, name) in new[] { ("xaxis", "Horizontal"), ("yaxis", "Vertical") })
        {
            var axis = Plain(layout[key]?["title"]?["text"]?.GetValue<string>());
            if (axis.Length > 0) text += $" {name}: {axis}.";
        }

        return text;
    }

    private static string Series(JsonObject trace)
    {
        var name = Plain(trace["name"]?.GetValue<string>());
        var values = Values(trace);
        if (values.Length == 0) return name;
        var prefix = name.Length > 0 ? $"- {name}: " : "- ";
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0) return prefix + "no finite value";
        var range = $"{Number(finite.Min())} to {Number(finite.Max())}";
        return trace["type"]!.GetValue<string>() switch
        {
            "heatmap" => $"{prefix}{trace["z"]!.AsArray().Count} rows of {trace["z"]![0]!.AsArray().Count} values, {range}",
            "histogram" or "box" => $"{prefix}{Count(finite.Length)}, {range}, mean {Number(finite.Average())}",
            "bar" when values.Length <= 12 => prefix + string.Join(", ", Keys(trace).Zip(values, (key, value) => $"{key} {Number(value)}")),
            _ when values.Length == 1 => prefix + Number(values[0]),
            _ => $"{prefix}{Count(values.Length)}, {range}, first {Number(values[0])}, last {Number(values[^1])}",
        };
    }

    private static double[] Values(JsonObject trace)
    {
        var isHorizontal = trace["orientation"]?.GetValue<string>() == "h";
        var source = trace["z"] ?? (isHorizontal ? trace["x"] : trace["y"] ?? trace["x"]);
        return [.. (source as JsonArray ?? []).SelectMany(item => item is JsonArray row ? row.AsEnumerable() : [item]).Select(Value)];
    }

    private static IEnumerable<string> Keys(JsonObject trace) =>
        ((trace["orientation"]?.GetValue<string>() == "h" ? trace["y"] : trace["x"]) as JsonArray ?? []).Select(key => Plain(key?.ToString()));

    private static double Value(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : double.NaN;

    private static string Count(int count) => count == 1 ? "1 value" : string.Create(CultureInfo.InvariantCulture, $"{count} values");

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "missing";

    [GeneratedRegex("</?(sub|sup|b|i)>")]
    private static partial Regex Markup();
}
