using System.Text.Json.Nodes;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>Short ways to write into a figure what Plotly.NET's C# calls cannot say.</summary>
internal static class FigureEdits
{
    /// <summary>The trace with this number.</summary>
    public static JsonObject Trace(this JsonObject figure, int index) => figure["data"]![index]!.AsObject();

    public static JsonObject Layout(this JsonObject figure) => figure["layout"]!.AsObject();

    /// <summary>The object under <paramref name="key"/>, made if there is none.</summary>
    public static JsonObject Part(this JsonObject parent, string key)
    {
        if (parent[key] is JsonObject part) return part;
        part = [];
        parent[key] = part;
        return part;
    }

    /// <summary>Adds to an array under <paramref name="key"/>, made if there is none.</summary>
    public static void Append(this JsonObject parent, string key, JsonNode item)
    {
        if (parent[key] is not JsonArray array) parent[key] = array = [];
        array.Add(item);
    }

    public static JsonArray ToJson(this IEnumerable<double> values) =>
        new([.. values.Select(value => double.IsFinite(value) ? (JsonNode)FigureNumber.Round(value) : null)]);

    public static JsonArray ToJson(this IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
