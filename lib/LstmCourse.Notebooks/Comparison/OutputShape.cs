using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>
/// What stays of a sampled text or another output that is new in every run: its kind and how many lines it has. A cell asks for this
/// comparison
/// by <c>"lstmcourse": {"compare": "shape"}</c> in its metadata.
/// </summary>
internal static class OutputShape
{
    /// <summary>Whether only the shapes of a cell's outputs are compared.</summary>
    /// <exception cref="NotebookFormatException">The metadata ask for a comparison that does not exist.</exception>
    public static bool IsAll(Cell cell)
    {
        if ((cell.Metadata["lstmcourse"] as JsonObject)?["compare"] is not { } setting) return false;
        if (setting is JsonValue value && value.TryGetValue<string>(out var word) && word == "shape") return true;
        throw new NotebookFormatException(
            $"cell {cell.Index + 1} of the notebook: expected \"compare\": \"shape\", got {setting.ToJsonString()}");
    }

    /// <summary>The shape in words.</summary>
    public static string Of(CellOutput output) => output switch
    {
        StreamOutput stream => $"{stream.Name} of {Lines(stream.Text)}",
        DisplayOutput display => $"display of {Of(display.Data)}",
        ResultOutput result => $"result of {Of(result.Data)}",
        ErrorOutput error => $"error {error.Name}",
        _ => output.GetType().Name,
    };

    private static string Of(MimeBundle bundle) => string.Join(", ", bundle.Representations.Select(Of).Order(StringComparer.Ordinal));

    private static string Of(KeyValuePair<string, JsonNode> form) =>
        form.Key == "text/plain" && form.Value is JsonValue value && value.TryGetValue<string>(out var text)
            ? $"{form.Key} ({Lines(text)})" : form.Key;

    private static string Lines(string text) => ComparableText.Lines(text).Length is var count && count == 1 ? "1 line" : $"{count} lines";
}
