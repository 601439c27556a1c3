using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Messages;

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
    private readonly ConcurrentDictionary<string, Heard> _heard = new();
    private bool _isExecuting;

    public JupyterKernel(KernelProcess process, KernelClient client, DirectoryInfo folder)
    {
        (_process, _client, _folder) = (process, client, folder);
        _client.Published += Hear;
    }

    public long? PeakMemory => _process.PeakMemory;

    public async Task<CellCompletion> ExecuteAsync(string code, Action<KernelEvent> observe, CancellationToken cancellationToken)
    {
        var header = _client.NewHeader("execute_request");
        var heard = _heard[header.Id] = new Heard(observe);
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
            var finished = Task.WhenAll(replied, heard.Idle.WaitAsync(cancellationToken));
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
            _ = PeakMemory;
        }
    }

    public async Task FinishAsync()
    {
        // A kernel that was left in the middle of a cell need not be asked.
        if (_isExecuting || _process.Exited.IsCompleted) return;
        using var time = new CancellationTokenSource(ShutdownTime);
        try
        {
            await _client.ControlAsync("shutdown_request", new JsonObject { ["restart"] = false }, time.Token).ConfigureAwait(false);
            await Task.WhenAll(_process.Exited, _client.HeardAll).WaitAsync(time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Then it is killed.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await FinishAsync().ConfigureAwait(false);
        foreach (var heard in _heard.Values) heard.Close();
        _client.Dispose();
        _process.Dispose();
        Delete(_folder);
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

    private void Hear(JupyterMessage message)
    {
        if (message.Parent is { } parent && _heard.TryGetValue(parent.Id, out var heard)) heard.Hear(message);
    }

    /// <summary>What is heard of one cell.</summary>
    private sealed class Heard(Action<KernelEvent> observe)
    {
        private readonly Lock _gate = new();
        private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _isClosed;

        public Task Idle => _idle.Task;

        public void Hear(JupyterMessage message)
        {
            lock (_gate)
            {
                if (_isClosed) return;
                if (message.Header.Type == "status" && message.Content.Text("execution_state") == "idle") _idle.TrySetResult();
                else if (OutputReader.Read(message) is { } happened) observe(happened);
            }
        }

        public void Close()
        {
            lock (_gate) _isClosed = true;
        }
    }
}
