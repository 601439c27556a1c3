using System.Text.Json;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Documents;

/// <summary>The JSON form of outputs in nbformat 4.</summary>
public static class CellOutputJson
{
    /// <summary>Whether the content of a MIME type is a JSON value and not text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json"
            || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Reads one output.</summary>
    /// <exception cref="FormatException">The value is not an output; the message says what is missing.</exception>
    public static CellOutput Read(JsonNode? node)
    {
        if (node is not JsonObject output) throw new FormatException("an output is not an object");
        return Text(output, "output_type") switch
        {
            "stream" => new StreamOutput(Text(output, "name"), Lines(output["text"], "text")),
            "display_data" => new DisplayOutput(ReadBundle(output)),
            "execute_result" => new ResultOutput(ReadBundle(output), ReadCount(output["execution_count"])),
            "error" => new ErrorOutput(Text(output, "ename"), Text(output, "evalue"), [.. Strings(output["traceback"], "traceback")]),
            var other => throw new FormatException($"an output has the unknown type '{other}'"),
        };
    }

    /// <summary>Writes one output, its texts as a list of lines like Jupyter and VS Code.</summary>
    public static JsonObject Write(CellOutput output) => output switch
    {
        StreamOutput stream => new() { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = SplitLines(stream.Text) },
        DisplayOutput display => WithBundle("display_data", display.Data),
        ResultOutput result => WithBundle("execute_result", result.Data, [new("execution_count", result.ExecutionCount)]),
        ErrorOutput error => new()
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new ArgumentException($"unknown kind of output: {output.GetType().Name}", nameof(output)),
    };

    /// <summary>Reads an execution count: a whole number or null.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static int? ReadCount(JsonNode? node) =>
        node is null ? null
        : node is JsonValue value && value.TryGetValue<int>(out var count) ? count
        : throw new FormatException("'execution_count' is neither a whole number nor null");

    /// <summary>Joins a text that nbformat stores either whole or as a list of pieces.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    internal static string Lines(JsonNode? node, string name) => AsText(node) ?? string.Concat(Strings(node, name));

    private static MimeBundle ReadBundle(JsonObject output)
    {
        if (output["data"] is not JsonObject data) throw new FormatException("an output has no 'data'");
        return new MimeBundle([.. data.Select(part => KeyValuePair.Create(part.Key, ReadContent(part.Key, part.Value)))])
        {
            Metadata = output["metadata"] as JsonObject ?? [],
        };
    }

    private static JsonNode ReadContent(string mimeType, JsonNode? content)
    {
        if (!IsJson(mimeType)) return JsonValue.Create(Lines(content, mimeType));
        return content ?? throw new FormatException($"the content of '{mimeType}' is null");
    }

    private static JsonObject WithBundle(string type, MimeBundle bundle, params ReadOnlySpan<KeyValuePair<string, JsonNode?>> more)
    {
        var data = new JsonObject();
        foreach (var (mimeType, content) in bundle.Representations) data[mimeType] = WriteContent(mimeType, content);
        var output = new JsonObject { ["output_type"] = type, ["data"] = data, ["metadata"] = bundle.Metadata.DeepClone() };
        foreach (var (name, value) in more) output[name] = value;
        return output;
    }

    private static JsonNode WriteContent(string mimeType, JsonNode content)
    {
        var isText = mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";
        return isText && AsText(content) is { } text ? SplitLines(text) : content.DeepClone();
    }

    private static JsonArray SplitLines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) + 1;
            if (end == 0) end = text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static string Text(JsonObject container, string name) =>
        AsText(container[name]) ?? throw new FormatException($"an output has no '{name}'");

    private static IEnumerable<string> Strings(JsonNode? node, string name)
    {
        if (node is not JsonArray array) throw new FormatException($"'{name}' is neither a text nor a list of texts");
        return array.Select(item => AsText(item) ?? throw new FormatException($"'{name}' holds something other than texts"));
    }

    private static string? AsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
