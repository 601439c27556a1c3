using System.IO.Pipes;
using LstmCourse.Notebooks.Jupyter.Client;

namespace LstmCourse.Notebooks.Execution.Hosting;

/// <summary>A notebook engine in a child process, executing one cell at a time.</summary>
internal sealed class HostedKernel(KernelProcess process, NamedPipeServerStream pipe, DirectoryInfo folder) : INotebookKernel
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(3);

    private readonly StreamReader _reader = new(pipe, leaveOpen: true);
    private readonly StreamWriter _writer = new(pipe, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
    private bool _isExecuting;

    public long? PeakMemory => process.PeakMemory;

    /// <summary>Waits for the engine's first message.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        await ReadLineAsync(cancellationToken).ConfigureAwait(false);

    public async Task<CellCompletion> ExecuteAsync(string code, Action<KernelEvent> observe, CancellationToken cancellationToken)
    {
        _isExecuting = true;
        await SendAsync(code, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var (happened, completion) = EngineMessage.Read(await ReadLineAsync(cancellationToken).ConfigureAwait(false));
            if (happened is not null) observe(happened);
            _ = PeakMemory;
            if (completion is null) continue;
            _isExecuting = false;
            return completion;
        }
    }

    /// <summary>The engine says nothing of a cell that has ended.</summary>
    public Task FinishAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        try
        {
            // The engine ends when its pipe does; one that was left in the middle of a cell is killed.
            await pipe.DisposeAsync().ConfigureAwait(false);
            if (!_isExecuting) await process.Exited.WaitAsync(ShutdownTime).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            // Then it is killed too.
        }
        finally
        {
            process.Dispose();
            JupyterKernel.Delete(folder);
        }
    }

    private async Task SendAsync(string code, CancellationToken cancellationToken)
    {
        try
        {
            await _writer.WriteLineAsync(EngineMessage.Execute(code).AsMemory(), cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw await process.DiedAsync().ConfigureAwait(false);
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line) return line;
        }
        catch (IOException)
        {
            // A pipe that breaks is one that has ended.
        }

        throw await process.DiedAsync().ConfigureAwait(false);
    }
}
