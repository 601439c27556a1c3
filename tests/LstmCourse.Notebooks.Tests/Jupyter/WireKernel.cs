using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Server;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;

namespace LstmCourse.Notebooks.Tests.Jupyter;

/// <summary>Tests that redirect the process's console or read its data run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KernelTests
{
    public const string Name = "kernel";
}

/// <summary>A kernel in this process, and a client that talks to it over TCP and keeps what it hears.</summary>
internal sealed class WireKernel : IAsyncDisposable
{
    private readonly CSharpSession _session;
    private readonly Thread _thread;
    private readonly List<JupyterMessage> _published = [];

    private WireKernel(string folder, string key)
    {
        CellConsole.Install(TextWriter.Null, TextWriter.Null);
        _session = new CSharpSession(folder);
        Server = new KernelServer(Local(key), _session, NativeOutputs.None, Log.Add);
        _thread = new Thread(Server.Run);
        _thread.Start();
    }

    public KernelServer Server { get; }

    public KernelClient Client { get; private set; } = null!;

    public List<string> Log { get; } = [];

    public static TimeSpan Patience => TimeSpan.FromSeconds(60);

    public static async Task<WireKernel> StartAsync(string? folder = null, string? key = null)
    {
        var kernel = new WireKernel(folder ?? Path.GetTempPath(), key ?? ConnectionInfo.NewKey());
        kernel.Client = await kernel.ConnectAsync();
        kernel.Client.Published += message =>
        {
            lock (kernel._published) kernel._published.Add(message);
        };
        return kernel;
    }

    public static ConnectionInfo Local(string key) =>
        new() { Transport = "tcp", Ip = "127.0.0.1", ShellPort = 0, IopubPort = 0, StdinPort = 0, ControlPort = 0, HeartbeatPort = 0, Key = key };

    /// <summary>Another client of the same kernel.</summary>
    public async Task<KernelClient> ConnectAsync()
    {
        using var time = new CancellationTokenSource(Patience);
        var client = await KernelClient.ConnectAsync(Server.Connection, time.Token);
        await client.WaitUntilReadyAsync(time.Token);
        return client;
    }

    /// <summary>Sends a request on shell and waits for its reply and for idle.</summary>
    public async Task<Exchange> RequestAsync(string type, JsonObject content)
    {
        var header = Client.NewHeader(type);
        using var time = new CancellationTokenSource(Patience);
        var reply = await Client.RequestAsync(header, content, time.Token);
        return new Exchange(reply.Content, await PublishedForAsync(header.Id));
    }

    /// <summary>Executes a cell.</summary>
    public Task<Exchange> ExecuteAsync(string code, Action<JsonObject>? change = null)
    {
        var content = new JsonObject { ["code"] = code, ["silent"] = false, ["allow_stdin"] = false };
        change?.Invoke(content);
        return RequestAsync("execute_request", content);
    }

    /// <summary>Waits until a cell has written something, so that it is known to run.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        var end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            lock (_published)
            {
                if (_published.Exists(m => m.Header.Type == "stream" && m.Content["text"]!.GetValue<string>().Contains(text, StringComparison.Ordinal))) return;
            }

            await Task.Delay(5);
        }

        Assert.Fail($"the cell did not write '{text}'");
    }

    /// <summary>What was published for a request, up to idle.</summary>
    public async Task<IReadOnlyList<JupyterMessage>> PublishedForAsync(string requestId)
    {
        var end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            lock (_published)
            {
                var mine = _published.Where(m => m.Parent?.Id == requestId).ToList();
                if (mine.Exists(m => m.Header.Type == "status" && m.Content["execution_state"]!.GetValue<string>() == "idle")) return mine;
            }

            await Task.Delay(5);
        }

        throw new TimeoutException("the kernel did not become idle");
    }

    public ValueTask DisposeAsync()
    {
        _session.Interrupt();
        Client.Dispose();
        Server.Dispose();
        _thread.Join(TimeSpan.FromSeconds(5));
        _session.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A request's reply and all that was published for it.</summary>
internal sealed record Exchange(JsonObject Reply, IReadOnlyList<JupyterMessage> Published)
{
    /// <summary>The published messages in short: <c>stream stdout a</c>, <c>status busy</c>, ….</summary>
    public string[] Told => [.. Published.Select(Tell)];

    /// <summary>The same without status and execute_input.</summary>
    public string[] Outputs => [.. Published.Where(m => m.Header.Type is not ("status" or "execute_input")).Select(Tell)];

    public string Status => Reply["status"]!.GetValue<string>();

    private static string Tell(JupyterMessage message)
    {
        var content = message.Content;
        var detail = message.Header.Type switch
        {
            "status" => content["execution_state"]!.GetValue<string>(),
            "stream" => $"{content["name"]} {content["text"]!.GetValue<string>()}",
            "display_data" or "update_display_data" => $"{content["transient"]!["display_id"]} {content["data"]!["text/plain"]}",
            "execute_result" => $"[{content["execution_count"]}] {content["data"]!["text/plain"]}",
            "error" => $"{content["ename"]} {content["evalue"]}",
            "execute_input" => $"[{content["execution_count"]}] {content["code"]}",
            _ => content.ToJsonString(),
        };
        return $"{message.Header.Type} {detail}";
    }
}
