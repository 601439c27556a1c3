using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Kernel.Assistance;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>Answers what editors ask while a person writes: complete_request, inspect_request, is_complete_request.</summary>
internal sealed class AssistanceHandler(SessionAssistant assistant)
{
    public JsonObject Complete(JsonObject request)
    {
        var (code, position) = Place(request);
        var completions = assistant.Complete(code, position);
        var (start, end) = (CodePosition.ToCharacters(code, completions.Start), CodePosition.ToCharacters(code, completions.End));
        var types = completions.Items.Select(i => (JsonNode)new JsonObject
        {
            ["start"] = start,
            ["end"] = end,
            ["text"] = i.Text,
            ["type"] = i.Kind,
            ["signature"] = i.Signature
        });
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. completions.Items.Select(i => (JsonNode)JsonValue.Create(i.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            // Not in the protocol's text, but VS Code and JupyterLab take their icons from it.
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. types]) },
        };
    }

    public JsonObject Inspect(JsonObject request)
    {
        var (code, position) = Place(request);
        var inspection = assistant.Inspect(code, position);
        var data = inspection is null ? [] : new JsonObject { ["text/markdown"] = inspection.Markdown, ["text/plain"] = inspection.Text };
        return new JsonObject { ["status"] = "ok", ["found"] = inspection is not null, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    public static JsonObject IsComplete(JsonObject request)
    {
        var completeness = Completeness.Of(request.Text("code") ?? "");
        var reply = new JsonObject { ["status"] = completeness.Status };
        if (completeness.Status == "incomplete") reply["indent"] = completeness.Indent;
        return reply;
    }

    private static (string Code, int Position) Place(JsonObject request)
    {
        var code = request.Text("code") ?? "";
        return (code, CodePosition.ToIndex(code, request.Number("cursor_pos") ?? long.MaxValue));
    }
}
