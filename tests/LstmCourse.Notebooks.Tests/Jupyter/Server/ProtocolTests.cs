using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

[Collection(KernelTests.Name)]
public sealed class ProtocolTests
{
    [Theory]
    [InlineData("kernel_info_request", "{}")]
    [InlineData("is_complete_request", "{\"code\": \"1\"}")]
    [InlineData("complete_request", "{\"code\": \"Cons\", \"cursor_pos\": 4}")]
    [InlineData("inspect_request", "{\"code\": \"Console\", \"cursor_pos\": 3, \"detail_level\": 0}")]
    [InlineData("history_request", "{\"hist_access_type\": \"tail\", \"n\": 10}")]
    [InlineData("comm_info_request", "{\"target_name\": \"jupyter.widget\"}")]
    [InlineData("execute_request", "{\"code\": \"\"}")]
    [InlineData("execute_request", "{}")]
    [InlineData("complete_request", "{\"code\": 5, \"cursor_pos\": \"x\"}")]
    [InlineData("inspect_request", "{\"code\": \"a\", \"cursor_pos\": 999}")]
    public async Task Every_request_is_answered_between_busy_and_idle(string type, string content)
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.RequestAsync(type, JsonNode.Parse(content)!.AsObject());
        Assert.Equal("status busy", exchange.Told[0]);
        Assert.Equal("status idle", exchange.Told[^1]);
        Assert.NotNull(exchange.Reply["status"] ?? exchange.Reply["protocol_version"]);
    }

    [Fact]
    public async Task The_kernel_introduces_itself_on_shell_and_on_control()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var shell = (await kernel.Client.RequestAsync("kernel_info_request", [], time.Token)).Content;
        var control = (await kernel.Client.ControlAsync("kernel_info_request", [], time.Token)).Content;
        Assert.Equal(shell.ToJsonString(), control.ToJsonString());
        Assert.Equal("5.3", shell["protocol_version"]!.GetValue<string>());
        Assert.Equal("C#", shell["language_info"]!["name"]!.GetValue<string>());
        Assert.Equal(".cs", shell["language_info"]!["file_extension"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_comm_of_an_unknown_target_is_closed()
    {
        await using var kernel = await WireKernel.StartAsync();
        var header = kernel.Client.NewHeader("comm_open");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        _ = kernel.Client.RequestAsync(header,
            new JsonObject { ["comm_id"] = "u-1", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() }, time.Token);
        var published = await kernel.PublishedForAsync(header.Id);
        Assert.Equal("u-1", published.Single(m => m.Header.Type == "comm_close").Content["comm_id"]!.GetValue<string>());
        await time.CancelAsync();
    }

    [Fact]
    public async Task An_unknown_request_makes_the_kernel_busy_and_idle_and_nothing_else()
    {
        await using var kernel = await WireKernel.StartAsync();
        var header = kernel.Client.NewHeader("surprise_request");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        _ = kernel.Client.RequestAsync(header, [], time.Token);
        Assert.Equal(["busy", "idle"], (await kernel.PublishedForAsync(header.Id))
            .Select(m => m.Content["execution_state"]!.GetValue<string>()));
        await time.CancelAsync();
    }

    [Fact]
    public async Task A_subscriber_is_welcomed()
    {
        await using var kernel = await WireKernel.StartAsync(key: "k");
        using var subscriber = ZmtpConnection.Connect(kernel.Server.Connection.Iopub, ZmtpSocketType.Sub, [], new ZmtpLimits());
        subscriber.Send([[1]]);
        var welcome = new MessageCodec("k").Decode(subscriber.Receive()!);
        Assert.Equal("iopub_welcome", welcome.Header.Type);
        Assert.Equal("", welcome.Content["subscription"]!.GetValue<string>());
        Assert.Null(welcome.Parent);
    }

    [Fact]
    public async Task The_heart_beats()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var heart = ZmtpConnection.Connect(kernel.Server.Connection.Heartbeat, ZmtpSocketType.Req, [], new ZmtpLimits());
        heart.Send([[], "ping"u8.ToArray()]);
        Assert.Equal([[], "ping"u8.ToArray()], heart.Receive()!);
    }

    [Fact]
    public async Task The_heart_beats_while_a_cell_keeps_every_thread_busy()
    {
        await using var kernel = await WireKernel.StartAsync();
        var running = kernel.ExecuteAsync($$"""
            bool stop = false;
            for (var i = 0; i < 64; i++) System.Threading.ThreadPool.QueueUserWorkItem(
                _ => { while (!System.Threading.Volatile.Read(ref stop)) System.Threading.Thread.Sleep(1); });
            Console.WriteLine("running"); {{WireKernel.WaitAtGate}} stop = true;
            """);
        await kernel.WaitForOutputAsync("running");
        using var heart = ZmtpConnection.Connect(kernel.Server.Connection.Heartbeat, ZmtpSocketType.Req, [], new ZmtpLimits());
        heart.Send([[], "ping"u8.ToArray()]);
        Assert.Equal(2, heart.Receive()!.Count);
        kernel.Gate.Set();
        Assert.Equal("ok", (await running).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_shutdown_is_answered_on_control_and_iopub_and_ends_the_kernel(bool restart)
    {
        var kernel = await WireKernel.StartAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var stopped = Task.Run(kernel.Server.Run);
        var reply = await kernel.Client.ControlAsync("shutdown_request", new JsonObject { ["restart"] = restart }, time.Token);
        Assert.Equal(restart, reply.Content["restart"]!.GetValue<bool>());
        await stopped.WaitAsync(time.Token);
        await kernel.DisposeAsync();
    }

    [Fact]
    public async Task A_shutdown_does_not_wait_for_a_running_cell()
    {
        await using var kernel = await WireKernel.StartAsync();
        var running = kernel.ExecuteAsync("Console.WriteLine(\"running\"); while (true) { }");
        await kernel.WaitForOutputAsync("running");
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await kernel.Client.ControlAsync("shutdown_request", new JsonObject { ["restart"] = false }, time.Token);
        Assert.False(running.IsFaulted);
    }

    [Fact]
    public async Task Two_clients_hear_each_others_cells_but_only_their_own_replies()
    {
        await using var kernel = await WireKernel.StartAsync();
        using var other = await kernel.ConnectAsync();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var heard = new TaskCompletionSource<JupyterMessage>();
        other.Published += m =>
        {
            if (m.Header.Type == "execute_result") heard.TrySetResult(m);
        };
        await kernel.ExecuteAsync("var shared = 8; shared");
        Assert.Equal("8", (await heard.Task.WaitAsync(time.Token)).Content["data"]!["text/plain"]!.GetValue<string>());
        var reply = await other.RequestAsync("execute_request", new JsonObject { ["code"] = "shared" }, time.Token);
        Assert.Equal("ok", reply.Content["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Requests_of_many_clients_at_once_are_all_answered_and_each_executed_once()
    {
        const int Clients = 4, Rounds = 10;
        await using var kernel = await WireKernel.StartAsync();
        await kernel.ExecuteAsync("var count = 0;");
        using var time = new CancellationTokenSource(WireKernel.Patience);
        var clients = new List<KernelClient>();
        for (var i = 0; i < Clients; i++) clients.Add(await kernel.ConnectAsync());
        var replies = await Task.WhenAll(
            from client in clients
            from round in Enumerable.Range(0, Rounds)
            from reply in new[]
            {
                client.RequestAsync("execute_request", new JsonObject { ["code"] = "count++;" }, time.Token),
                client.ControlAsync("kernel_info_request", [], time.Token),
                client.RequestAsync("complete_request", new JsonObject { ["code"] = "cou", ["cursor_pos"] = 3 }, time.Token),
                client.RequestAsync("is_complete_request", new JsonObject { ["code"] = "{" }, time.Token),
            }
            select reply);
        Assert.Equal(Clients * Rounds * 4, replies.Length);
        Assert.All(replies, r => Assert.Contains(r.Content["status"]!.GetValue<string>(), (string[])["ok", "incomplete"]));
        Assert.Equal(["execute_result [42] 40"], (await kernel.ExecuteAsync("count")).Outputs);
        foreach (var client in clients) client.Dispose();
    }

    [Fact]
    public async Task A_cell_asks_for_a_line_and_gets_it()
    {
        await using var kernel = await WireKernel.StartAsync(key: "k");
        var codec = new MessageCodec("k");
        var identity = "me"u8.ToArray();
        using var shell = ZmtpConnection.Connect(kernel.Server.Connection.Shell, ZmtpSocketType.Dealer, identity, new ZmtpLimits());
        using var stdin = ZmtpConnection.Connect(kernel.Server.Connection.Stdin, ZmtpSocketType.Dealer, identity, new ZmtpLimits());
        var header = MessageHeader.Create("execute_request", "s");
        shell.Send(codec.Encode(new JupyterMessage(header, null,
            new JsonObject { ["code"] = "Console.WriteLine($\"Hello {Console.ReadLine()}\");", ["allow_stdin"] = true })));
        var question = codec.Decode(stdin.Receive()!);
        Assert.Equal("input_request", question.Header.Type);
        Assert.Equal(header.Id, question.Parent!.Id);
        stdin.Send(codec.Encode(
            new JupyterMessage(MessageHeader.Create("input_reply", "s"), question.Header, new JsonObject { ["value"] = "Ada" })));
        Assert.Equal("ok", codec.Decode(shell.Receive()!).Content["status"]!.GetValue<string>());
        await kernel.WaitForOutputAsync("Hello Ada");
    }

    [Fact]
    public async Task Where_nobody_can_answer_a_cell_that_asks_fails_in_plain_words()
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync("Console.ReadLine()");
        Assert.Equal(["error InvalidOperationException This notebook is run without a person to answer: it cannot ask for input."],
            exchange.Outputs);
    }
}
