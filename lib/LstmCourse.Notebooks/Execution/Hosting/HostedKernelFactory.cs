using System.Collections.Immutable;
using System.IO.Pipes;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Notebooks.Execution.Hosting;

/// <summary>Starts notebook engines that speak <see cref="EngineMessage"/>, each in a child process of its own.</summary>
/// <param name="name">The name a user gives to <c>course run --kernel</c>.</param>
/// <param name="host">The path of the engine's <c>.dll</c>. Its one argument is a file that names the pipe to connect to.</param>
/// <param name="environment">Environment variables to start it with.</param>
/// <param name="startTime">How long it may take to be ready; a minute by default.</param>
public sealed class HostedKernelFactory(
    string name, string host, ImmutableDictionary<string, string>? environment = null, TimeSpan? startTime = null) : INotebookKernelFactory
{
    private readonly TimeSpan _startTime = startTime ?? TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Language => "C#";

    /// <inheritdoc/>
    public async Task<INotebookKernel> StartAsync(string workingDirectory, CancellationToken cancellationToken)
    {
        // Only its owner may enter this folder. On Unix the pipe lies in it; on Windows only the user may open it.
        var folder = Directory.CreateTempSubdirectory("course-");
        var pipeName = OperatingSystem.IsWindows() ? folder.Name : Path.Combine(folder.FullName, "pipe");
        var file = Path.Combine(folder.FullName, "engine");
        await File.WriteAllTextAsync(file, pipeName, cancellationToken).ConfigureAwait(false);
        var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        KernelProcess? process = null;
        try
        {
            var spec = new KernelSpec(
                name, name, "C#", [DotnetCommand.Path, host, "{connection_file}"], environment ?? ImmutableDictionary<string,
                string>.Empty);
            process = new KernelProcess(spec, file, workingDirectory);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(_startTime);
            var connected = pipe.WaitForConnectionAsync(time.Token);
            if (await Task.WhenAny(connected, process.Exited).ConfigureAwait(false) != connected) throw await process.DiedAsync()
                .ConfigureAwait(false);
            await connected.ConfigureAwait(false);
            var kernel = new HostedKernel(process, pipe, folder);
            await kernel.WaitUntilReadyAsync(time.Token).ConfigureAwait(false);
            return kernel;
        }
        catch (Exception e)
        {
            var lastOutput = process?.LastOutput ?? "";
            process?.Dispose();
            await pipe.DisposeAsync().ConfigureAwait(false);
            JupyterKernel.Delete(folder);
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new KernelDiedException($"the engine '{name}' was not ready within {_startTime.TotalSeconds:0} seconds", lastOutput);
            }

            throw;
        }
    }
}
