using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>What a published message means for the cell that caused it.</summary>
internal static class OutputReader
{
    /// <summary>The event, or null if the message is none that changes outputs.</summary>
    public static KernelEvent? Read(JupyterMessage message)
    {
        var content = message.Content;
        return message.Header.Type switch
        {
            "stream" => new OutputProduced(new StreamOutput(content.Text("name") ?? "stdout", content.Text("text") ?? "")),
            "display_data" => new OutputProduced(new DisplayOutput(Bundle(content)), DisplayId(content)),
            "execute_result" =>
            new OutputProduced(new ResultOutput(Bundle(content), (int?)content.Number("execution_count")), DisplayId(content)),
            "update_display_data" when DisplayId(content) is { } id => new DisplayUpdated(id, Bundle(content)),
            "clear_output" => new OutputCleared(content.Flag("wait")),
            "error" => new OutputProduced(new ErrorOutput(content.Text("ename") ?? "", content.Text("evalue") ?? "", [.. Lines(content)])),
            _ => null,
        };
    }

    private static MimeBundle Bundle(JsonObject content) =>
        new([.. content.Object("data").Where(d => d.Value is not null).Select(d => KeyValuePair.Create(d.Key, d.Value!.DeepClone()))]);

    private static string? DisplayId(JsonObject content) => content.Object("transient").Text("display_id");

    private static IEnumerable<string> Lines(JsonObject content) =>
        (content["traceback"] as JsonArray ?? []).OfType<JsonValue>().Select(v => v.TryGetValue<string>(out var text) ? text : "");
}
