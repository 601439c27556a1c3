using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace LstmCourse.Charts;

/// <summary>
/// Makes the figure that a notebook stores: the same from either Plotly.NET, small, and easy to compare. Numbers have six
/// significant digits, what is no number is null, empty objects are gone, keys stand in order.
/// </summary>
internal static partial class FigureJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The finished figure with <c>config</c>, <c>data</c> and <c>layout</c>.</summary>
    public static JsonObject Of(GenericChart chart, Action<JsonObject> finish)
    {
        var raw = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
        raw.Remove("frames");
        var layout = raw["layout"]!.AsObject();
        if (layout["template"] is null || JsonNode.DeepEquals(layout["template"], DefaultTemplate())) layout["template"] = Theme.Template();
        finish(raw);
        layout["width"] ??= Theme.Width;
        layout["height"] ??= Theme.Height;
        raw["config"] = new JsonObject { ["displaylogo"] = false };
        // Parsed once more, so that every number can be read as a double, whatever it was written as.
        return Tidy(JsonNode.Parse(raw.ToJsonString()))!.AsObject();
    }

    /// <summary>The figure as one line of JSON.</summary>
    public static string Write(JsonObject figure) => figure.ToJsonString(Compact);

    /// <summary>Six significant digits: more than a chart can show.</summary>
    public static double Round(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static JsonNode? DefaultTemplate() =>
        JsonNode.Parse(GenericChart.toFigureJson(Chart.Point<double, double, string>(x: [], y: [])))!["layout"]!["template"];

    private static JsonNode? Tidy(JsonNode? node) => node switch
    {
        JsonObject json => TidyObject(json),
        JsonArray array => TidyArray(array),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.GetValue<double>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };

    // Plotly.NET writes what JSON has no number for as text.
    private static JsonArray TidyArray(JsonArray array)
    {
        var isNumeric = array.Any(item => item?.GetValueKind() == JsonValueKind.Number) || array.All(IsNotFinite);
        return new JsonArray([.. array.Select(item => isNumeric && IsNotFinite(item) ? null : Tidy(item))]);
    }

    private static bool IsNotFinite(JsonNode? item) =>
        item is JsonValue value && value.TryGetValue<string>(out var text) && text is "NaN" or "Infinity" or "-Infinity";

    private static JsonObject TidyObject(JsonObject json)
    {
        var tidy = new JsonObject();
        foreach (var (key, value) in json.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            var kept = Tidy(value);
            if (kept is not (null or JsonObject { Count: 0 })) tidy[key] = kept;
        }

        return tidy;
    }

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Round(value)) : null;

    // Plotly.NET writes colours as rgba(r, g, b, 1.0).
    private static string Text(string text)
    {
        var opaque = OpaqueColor().Match(text);
        return opaque.Success
            ? $"#{Part(1):x2}{Part(2):x2}{Part(3):x2}"
            : text;

        int Part(int group) => int.Parse(opaque.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^rgba\((\d+), (\d+), (\d+), 1\.0\)$")]
    private static partial Regex OpaqueColor();
}
