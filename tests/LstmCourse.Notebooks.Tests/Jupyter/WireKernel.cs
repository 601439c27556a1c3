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

    private WireKernel(string folder, string key, string? packageCache)
    {
        AppContext.SetData("test.gate", Gate);
        CellConsole.Install(TextWriter.Null, TextWriter.Null);
        _session = new CSharpSession(folder, packageCache) { MayAbort = false };
        Server = new KernelServer(Local(key), _session, NativeOutputs.None, Log.Add);
        _thread = new Thread(Server.Run);
        _thread.Start();
    }

    public KernelServer Server { get; }

    public KernelClient Client { get; private set; } = null!;

    public List<string> Log { get; } = [];

    /// <summary>A gate that cells of this process can wait at, by <see cref="WaitAtGate"/>.</summary>
    public ManualResetEventSlim Gate { get; } = new();

    /// <summary>The line of a cell that waits until a test opens the <see cref="Gate"/>.</summary>
    public const string WaitAtGate = "((System.Threading.ManualResetEventSlim)AppContext.GetData(\"test.gate\")).Wait();";

    public static TimeSpan Patience => TimeSpan.FromSeconds(30);

    public static async Task<WireKernel> StartAsync(string? folder = null, string? key = null, string? packageCache = null)
    {
        var kernel = new WireKernel(folder ?? Path.GetTempPath(), key ?? ConnectionInfo.NewKey(), packageCache);
        kernel.Client = await kernel.ConnectAsync();
        kernel.Client.Published += message =>
        {
            lock (kernel._published) kernel._published.Add(message);
        };
        return kernel;
    }

    public static ConnectionInfo Local(string key) =>
        new()
        {
            Transport = "tcp",
            Ip = "127.0.0.1",
            ShellPort = 0,
            IopubPort = 0,
            StdinPort = 0,
            ControlPort = 0,
            HeartbeatPort = 0,
            Key = key
        };

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
    public Task WaitForOutputAsync(string text) => WaitForAsync(
        m => m.Header.Type == "stream" && m.Content["text"]!.GetValue<string>().Contains(text, StringComparison.Ordinal),
        $"the cell did not write '{text}'");

    /// <summary>Waits until a message of some kind was published.</summary>
    public Task WaitForAsync(Predicate<JupyterMessage> isIt, string otherwise) =>
        EventuallyAsync(() => WithPublished(all => all.Exists(isIt)), otherwise);

    /// <summary>What was published for a request, up to idle.</summary>
    public async Task<IReadOnlyList<JupyterMessage>> PublishedForAsync(string requestId)
    {
        List<JupyterMessage> mine = [];
        await EventuallyAsync(
            () =>
            {
                mine = WithPublished(all => all.FindAll(m => m.Parent?.Id == requestId));
                return mine.Exists(m => m.Header.Type == "status" && m.Content["execution_state"]!.GetValue<string>() == "idle");
            },
            "the kernel did not become idle");
        return mine;
    }

    /// <summary>Waits until something has happened that nobody tells of.</summary>
    public static async Task EventuallyAsync(Func<bool> happened, string otherwise = "it did not happen in time")
    {
        var end = DateTime.UtcNow + Patience;
        while (!happened())
        {
            if (DateTime.UtcNow > end) Assert.Fail(otherwise);
            await Task.Delay(5);
        }
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

    private T WithPublished<T>(Func<List<JupyterMessage>, T> read)
    {
        lock (_published) return read(_published);
    }
}

/// <summary>A request's reply and all that was published for it.</summary>
internal sealed record Exchange(JsonObject Reply, IReadOnlyList<JupyterMessage> Published)
{
    /// <summary>The published messages in short: <c>stream stdout a</c>, <c>status busy</c>, ….</summary>
    public string[] Told => [.. Published.Select(Tell)];

    /// <summary>
    /// The same without status and execute_input. Neighbouring texts of one stream stand as one, since how much of a text a message holds
    /// depends on the time it took to write.
    /// </summary>
    public string[] Outputs
    {
        get
        {
            var told = new List<string>();
            JupyterMessage? last = null;
            foreach (var message in Published.Where(m => m.Header.Type is not ("status" or "execute_input")))
            {
                if (last is not null && StreamOf(message) is { } stream
                    && stream == StreamOf(last)) told[^1] += message.Content["text"]!.GetValue<string>();
                else told.Add(Tell(message));
                last = message;
            }

            return [.. told];
        }
    }

    public string Status => Reply["status"]!.GetValue<string>();

    private static string? StreamOf(JupyterMessage message) =>
        message.Header.Type == "stream" ? message.Content["name"]!.GetValue<string>() : null;

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
