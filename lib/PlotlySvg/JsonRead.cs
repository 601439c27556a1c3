using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlotlySvg;

/// <summary>Reads a figure without minding what is missing.</summary>
internal static class JsonRead
{
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (node is not JsonObject parent) return null;
            node = parent[key];
        }

        return node;
    }

    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static double? Number(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? Number(value) : null;

    public static bool? Flag(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? node.At(path)!.GetValue<bool>()
            : null;

    public static JsonNode?[] Items(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray array ? [.. array] : [];

    public static double[] Numbers(this JsonNode? node, params ReadOnlySpan<string> path) =>
        [.. node.Items(path).Select(item => item.Number() ?? double.NaN)];

    /// <summary>The figure's layout; an empty one if it has none.</summary>
    public static JsonObject Layout(this JsonObject figure) => figure["layout"] as JsonObject ?? [];

    // A value made from an int in memory does not give itself as a double.
    private static double Number(JsonValue value) => value.TryGetValue(out double number)
        ? number
        : double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
