using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>What stays of a sampled text or another output that is new in every run: its kind and how many lines it has.</summary>
internal static class OutputShape
{
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
