using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>A Jupyter kernel in a child process, executing one cell at a time.</summary>
internal sealed class JupyterKernel : INotebookKernel
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(3);

    // A dead process has sent all it ever will; this bounds how long the rest may take to be read.
    private static readonly TimeSpan LastWordsTime = TimeSpan.FromSeconds(2);

    private readonly KernelProcess _process;
    private readonly KernelClient _client;
    private readonly DirectoryInfo _folder;
    private bool _isExecuting;

    public JupyterKernel(KernelProcess process, KernelClient client, DirectoryInfo folder) => (_process, _client, _folder) = (process, client, folder);

    public long? PeakMemory => _process.PeakMemory;

    public async Task<CellCompletion> ExecuteAsync(string code, Action<KernelEvent> observe, CancellationToken cancellationToken)
    {
        var header = _client.NewHeader("execute_request");
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (observing, isOver) = (new object(), false);
        _client.Published += OnPublished;
        _isExecuting = true;
        try
        {
            var content = new JsonObject
            {
                ["code"] = code,
                ["silent"] = false,
                ["store_history"] = true,
                ["user_expressions"] = new JsonObject(),
                ["allow_stdin"] = false,
                ["stop_on_error"] = true,
            };
            var replied = _client.RequestAsync(header, content, cancellationToken);
            var finished = Task.WhenAll(replied, idle.Task.WaitAsync(cancellationToken));
            if (await Task.WhenAny(finished, _process.Exited).ConfigureAwait(false) != finished)
            {
                await Task.WhenAny(_client.HeardAll, Task.Delay(LastWordsTime, CancellationToken.None)).ConfigureAwait(false);
                throw await _process.DiedAsync().ConfigureAwait(false);
            }

            await finished.ConfigureAwait(false);
            _isExecuting = false;
            var reply = (await replied.ConfigureAwait(false)).Content;
            return new CellCompletion(reply.Text("status") == "ok", (int?)reply.Number("execution_count"));
        }
        finally
        {
            _client.Published -= OnPublished;
            lock (observing) isOver = true;
            _ = PeakMemory;
        }

        void OnPublished(JupyterMessage message)
        {
            if (message.Parent?.Id != header.Id) return;
            lock (observing)
            {
                if (isOver) return;
                if (message.Header.Type == "status" && message.Content.Text("execution_state") == "idle") idle.TrySetResult();
                else if (OutputReader.Read(message) is { } happened) observe(happened);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A kernel that was left in the middle of a cell need not be asked.
            if (!_isExecuting && !_process.Exited.IsCompleted)
            {
                using var time = new CancellationTokenSource(ShutdownTime);
                await _client.ControlAsync("shutdown_request", new JsonObject { ["restart"] = false }, time.Token).ConfigureAwait(false);
                await _process.Exited.WaitAsync(time.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Then it is killed.
        }
        finally
        {
            _client.Dispose();
            _process.Dispose();
            Delete(_folder);
        }
    }

    /// <summary>Removes the folder of the connection file.</summary>
    internal static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // It lies in the system's temporary folder and holds a key that opens nothing any more.
        }
    }
}
