using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>Answers execute_request.</summary>
internal sealed class ExecuteHandler(CSharpSession session, IopubChannel iopub, StdinChannel stdin, NativeOutputs native,
    Func<int> countWaiting)
{
    private readonly ConcurrentDictionary<int, RunningCell> _cells = new();
    private RunningCell? _previous;
    private volatile RunningCell? _running;

    /// <summary>The number of the last cell that was counted.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>The cells that were counted, with their results.</summary>
    public History History { get; } = new();

    /// <summary>
    /// How many requests were waiting when the last cell had failed; 0 if it had not, or asked to go on. Those that came after the client
    /// could know of the error do not count: they are meant to be executed.
    /// </summary>
    public int ToAbort { get; private set; }

    /// <summary>Executes a cell and answers.</summary>
    public void Handle(Request request)
    {
        ToAbort = 0;
        var code = request.Content.Text("code") ?? "";
        var isSilent = request.Content.Flag("silent");
        var number = ExecutionCount + 1;
        var isCounted = !isSilent && request.Content.Flag("store_history", otherwise: true);
        if (isCounted) ExecutionCount = number;
        if (!isSilent) iopub.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number },
            request.Message.Header);

        var cell = new RunningCell(number, new CellChannel(request, iopub, stdin, isSilent), _cells);
        _running = cell;
        native.Begin();
        var result = session.Execute(code, cell);
        native.End();
        cell.Buffer.Flush();
        _running = null;
        // Tasks of the cell may still print, so it outlives its execution by one.
        _previous?.Dispose();
        _previous = cell;

        if (result.Error is not null && request.Content.Flag("stop_on_error", otherwise: true)) ToAbort = countWaiting();
        if (isCounted) History.Add(number, code, result.Value?["text/plain"]?.GetValue<string>());
        if (!isSilent) PublishResult(request, result, number);
        request.Reply(Reply(request, result, number));
    }

    /// <summary>Publishes what the running cell has written so far; called when the process is about to end under it.</summary>
    public void FlushRunning()
    {
        if (_running is not { } cell) return;
        native.End();
        cell.Buffer.Flush();
    }

    /// <summary>Publishes what cells have written since they ended; called when the session is about to end.</summary>
    public void FlushAll()
    {
        foreach (var cell in _cells.Values) cell.Buffer.Flush();
    }

    /// <summary>Answers a request that was waiting behind one that failed.</summary>
    public static void Abort(Request request) => request.Reply(new JsonObject { ["status"] = "aborted" });

    private void PublishResult(Request request, SubmissionResult result, int number)
    {
        if (result.Error is { } error)
        {
            iopub.Publish("error", CellChannel.ContentOf(error), request.Message.Header);
        }
        else if (result.Value is { } value)
        {
            var content = new JsonObject
            {
                ["execution_count"] = number,
                ["data"] = CellChannel.DataOf(value),
                ["metadata"] = new JsonObject()
            };
            iopub.Publish("execute_result", content, request.Message.Header);
        }
    }

    private JsonObject Reply(Request request, SubmissionResult result, int number)
    {
        if (result.Error is { } error)
        {
            var failed = CellChannel.ContentOf(error);
            failed["status"] = "error";
            failed["execution_count"] = number;
            return failed;
        }

        return new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = number,
            ["user_expressions"] = Evaluate(request, number),
            ["payload"] = new JsonArray(),
        };
    }

    private JsonObject Evaluate(Request request, int number)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in request.Content.Object("user_expressions"))
        {
            using var cell = new RunningCell(number, new CellChannel(request, iopub, stdin, isSilent: true));
            var result = session.Execute(expression?.GetValue<string>() ?? "", cell);
            values[name] = result switch
            {
                { Error: { } error } => With(CellChannel.ContentOf(error), "error"),
                { Value: { } value } =>
                With(new JsonObject { ["data"] = CellChannel.DataOf(value), ["metadata"] = new JsonObject() }, "ok"),
                _ => With(new JsonObject { ["data"] = new JsonObject(), ["metadata"] = new JsonObject() }, "ok"),
            };
        }

        return values;

        static JsonObject With(JsonObject content, string status)
        {
            content["status"] = status;
            return content;
        }
    }
}
