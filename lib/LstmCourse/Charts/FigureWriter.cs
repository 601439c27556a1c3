using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>
/// Writes a figure small and easy to compare: keys in order, numbers with six significant digits, neither missing values nor empty objects
/// among the members of an object.
/// </summary>
internal static class FigureWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The figure as one line of JSON.</summary>
    public static string Write(JsonObject figure)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Compact)) Write(writer, figure);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var (key, value) in json.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    if (IsEmpty(value)) continue;
                    writer.WritePropertyName(key);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (var item in array) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                writer.WriteNumberValue(FigureNumber.Round(Number(value)));
                break;
            case JsonValue value:
                value.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static bool IsEmpty(JsonNode? node) => node is null || (node is JsonObject json && json.All(member => IsEmpty(member.Value)));

    // A value made from an int does not give itself as a double.
    private static double Number(JsonValue value) => value.TryGetValue(out double number)
        ? number
        : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
}
