using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution.Hosting;

/// <summary>
/// What a notebook engine in another process and its client tell each other over a pipe: JSON, a message on each line. The client sends
/// a cell; the engine sends what the cell causes and, last, how it ended.
/// </summary>
public static class EngineMessage
{
    /// <summary>The engine's first message.</summary>
    public const string Ready = """{"ready":true}""";

    /// <summary>A cell to execute.</summary>
    public static string Execute(string code) => Line(new JsonObject { ["code"] = code });

    /// <summary>The cell that <see cref="Execute"/> wrote.</summary>
    /// <exception cref="FormatException">The line is no such message.</exception>
    public static string ReadCode(string line) => (string?)Parse(line)["code"] ?? throw NotUnderstood(line);

    /// <summary>Something the cell caused.</summary>
    public static string Of(KernelEvent happened) => Line(happened switch
    {
        OutputProduced produced => new() { ["output"] = CellOutputJson.Write(produced.Output), ["id"] = produced.DisplayId },
        DisplayUpdated updated => new() { ["update"] = CellOutputJson.Write(new DisplayOutput(updated.Data)), ["id"] = updated.DisplayId },
        OutputCleared cleared => new() { ["clear"] = cleared.Wait },
        _ => throw new ArgumentException($"unknown event: {happened.GetType().Name}", nameof(happened)),
    });

    /// <summary>How the cell ended.</summary>
    public static string Of(CellCompletion completion) =>
        Line(new JsonObject { ["succeeded"] = completion.Succeeded, ["count"] = completion.ExecutionCount });

    /// <summary>Reads a message of the engine: an event, or the completion.</summary>
    /// <exception cref="FormatException">The line is no such message.</exception>
    public static (KernelEvent? Event, CellCompletion? Completion) Read(string line)
    {
        var message = Parse(line);
        if ((bool?)message["succeeded"] is { } succeeded) return (null, new CellCompletion(succeeded, (int?)message["count"]));
        if (message["output"] is { } output) return (new OutputProduced(CellOutputJson.Read(output), (string?)message["id"]), null);
        if (message["update"] is { } update && (string?)message["id"] is { } id) return (
            new DisplayUpdated(id, ((DisplayOutput)CellOutputJson.Read(update)).Data), null);
        if ((bool?)message["clear"] is { } wait) return (new OutputCleared(wait), null);
        throw NotUnderstood(line);
    }

    private static string Line(JsonObject message) => message.ToJsonString();

    private static JsonObject Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw NotUnderstood(line);
        }
        catch (JsonException)
        {
            throw NotUnderstood(line);
        }
    }

    private static FormatException NotUnderstood(string line) => new($"expected a message of the notebook engine, got: {line}");
}
