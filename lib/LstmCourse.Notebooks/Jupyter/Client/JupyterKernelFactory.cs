using System.Net;
using System.Net.Sockets;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>Starts kernels of one kernelspec, each in a child process of its own.</summary>
/// <param name="spec">How the kernel is started.</param>
/// <param name="startTime">How long it may take to be ready; a minute by default.</param>
public sealed class JupyterKernelFactory(KernelSpec spec, TimeSpan? startTime = null) : INotebookKernelFactory
{
    private readonly TimeSpan _startTime = startTime ?? TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Name => spec.Name;

    /// <inheritdoc/>
    public string Language => spec.Language;

    /// <inheritdoc/>
    public async Task<INotebookKernel> StartAsync(string workingDirectory, CancellationToken cancellationToken)
    {
        // Only its owner may enter this folder, or read the file in it.
        var folder = Directory.CreateTempSubdirectory("course-");
        var file = Path.Combine(folder.FullName, "kernel.json");
        var connection = NewConnection(folder.FullName);
        connection.Write(file);
        KernelProcess? process = null;
        KernelClient? client = null;
        try
        {
            process = new KernelProcess(spec, file, workingDirectory);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(_startTime);
            client = await OrDied(KernelClient.ConnectAsync(connection, time.Token), process).ConfigureAwait(false);
            await OrDied(client.WaitUntilReadyAsync(time.Token), process).ConfigureAwait(false);
            return new JupyterKernel(process, client, folder);
        }
        catch (Exception e)
        {
            var lastOutput = process?.LastOutput ?? "";
            client?.Dispose();
            process?.Dispose();
            JupyterKernel.Delete(folder);
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new KernelDiedException($"the kernel '{spec.Name}' was not ready within {_startTime.TotalSeconds:0} seconds",
                    lastOutput);
            }

            throw;
        }
    }

    // Unix domain sockets in a private folder need no free ports and cannot be reached by anybody else; foreign kernels may only know TCP.
    private ConnectionInfo NewConnection(string folder)
    {
        var useSockets = spec.Name == KernelSpec.CourseName && !OperatingSystem.IsWindows();
        var ports = useSockets ? [1, 2, 3, 4, 5] : FreePorts(5);
        return new ConnectionInfo
        {
            Transport = useSockets ? "ipc" : "tcp",
            Ip = useSockets ? Path.Combine(folder, "s") : "127.0.0.1",
            ShellPort = ports[0],
            IopubPort = ports[1],
            StdinPort = ports[2],
            ControlPort = ports[3],
            HeartbeatPort = ports[4],
            Key = ConnectionInfo.NewKey(),
        };
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }

    private static async Task<T> OrDied<T>(Task<T> step, KernelProcess process)
    {
        if (await Task.WhenAny(step, process.Exited).ConfigureAwait(false) == step) return await step.ConfigureAwait(false);
        throw await process.DiedAsync().ConfigureAwait(false);
    }
}
