using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Cli.Tests.Commands;

/// <summary>A kernel started with a connection file, as Jupyter's clients do it.</summary>
internal sealed class KernelProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public KernelProcess()
    {
        var ports = FreePorts();
        Connection = new ConnectionInfo
        {
            Transport = "tcp",
            Ip = "127.0.0.1",
            ShellPort = ports[0],
            IopubPort = ports[1],
            StdinPort = ports[2],
            ControlPort = ports[3],
            HeartbeatPort = ports[4],
            Key = ConnectionInfo.NewKey(),
        };
        File = Path.Combine(_folder.FullName, "connection.json");
        Connection.Write(File);
    }

    public static string CourseDll { get; } = Path.Combine(AppContext.BaseDirectory, "course.dll");

    public ConnectionInfo Connection { get; }

    public string File { get; }

    /// <summary>Starts the kernel and connects to it.</summary>
    /// <param name="environment">Variables to set for the kernel.</param>
    public async Task<(Process Process, KernelClient Client)> StartAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [CourseDll, "kernel", "run", File]) { RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        return (process, await ConnectAsync());
    }

    public async Task<KernelClient> ConnectAsync()
    {
        using var time = new CancellationTokenSource(Patience);
        var client = await KernelClient.ConnectAsync(Connection, time.Token);
        await client.WaitUntilReadyAsync(time.Token);
        return client;
    }

    /// <summary>Executes a cell and gives its reply and what it wrote.</summary>
    public static async Task<(JsonObject Reply, string Output, string Error)> ExecuteAsync(KernelClient client, string code)
    {
        var (output, error) = ("", "");
        var idle = new TaskCompletionSource();
        var header = client.NewHeader("execute_request");
        client.Published += Hear;
        using var time = new CancellationTokenSource(Patience);
        var reply = await client.RequestAsync(header, new JsonObject { ["code"] = code }, time.Token);
        await idle.Task.WaitAsync(time.Token);
        client.Published -= Hear;
        return (reply.Content, output, error);

        void Hear(JupyterMessage message)
        {
            if (message.Parent?.Id != header.Id) return;
            if (message.Header.Type == "stream" && (string?)message.Content["name"] == "stdout") output += (string?)message.Content["text"];
            if (message.Header.Type == "stream" && (string?)message.Content["name"] == "stderr") error += (string?)message.Content["text"];
            if (message.Header.Type == "error") error += string.Concat(message.Content["traceback"]!.AsArray().Select(line => $"{line}\n"));
            if (message.Header.Type == "status" && (string?)message.Content["execution_state"] == "idle") idle.TrySetResult();
        }
    }

    public static async Task<JsonObject> ShutDownAsync(KernelClient client, bool restart = false)
    {
        using var time = new CancellationTokenSource(Patience);
        return (await client.ControlAsync("shutdown_request", new JsonObject { ["restart"] = restart }, time.Token)).Content;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
