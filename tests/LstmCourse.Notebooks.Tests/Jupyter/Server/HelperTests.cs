using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

/// <summary>What cells can call without further ado, through the wire.</summary>
[Collection(KernelTests.Name)]
public sealed class HelperTests
{
    [Fact]
    public async Task A_progress_bar_moves_and_ends_without_times()
    {
        await using var kernel = await WireKernel.StartAsync();
        var running = kernel.ExecuteAsync(
            $"foreach (var i in Progress.Over(new[] {{ 1, 2, 3, 4 }}, \"epochs\")) if (i > 1) {WireKernel.WaitAtGate}");
        await kernel.WaitForAsync(m => m.Header.Type == "update_display_data", "the bar did not move");
        kernel.Gate.Set();
        var outputs = (await running).Outputs;
        Assert.Equal("display_data c1-1 [..............................] epochs 0/4", outputs[0]);
        Assert.Equal("update_display_data c1-1 [#######.......................] epochs 1/4", outputs[1]);
        Assert.Equal("update_display_data c1-1 [##############################] epochs 4/4", outputs[^1]);
    }

    [Fact]
    public async Task A_progress_bar_shows_notes_and_copes_with_an_unknown_total()
    {
        await using var kernel = await WireKernel.StartAsync();
        var known = (await kernel.ExecuteAsync(
            "using (var bar = new Progress(10, \"training\")) { bar.Report(5, \"loss 0.5\"); bar.Report(99); bar.Report(7); }")).Outputs;
        Assert.Equal("update_display_data c1-1 [#####################.........] training 7/10 loss 0.5", known[^1]);
        var unknown = (await kernel.ExecuteAsync(
            "IEnumerable<int> Some() { yield return 1; yield return 2; } var seen = Progress.Over(Some()).Count();")).Outputs;
        Assert.Equal("update_display_data c2-1 2", unknown[^1]);
    }

    [Fact]
    public async Task A_progress_bar_counts_the_steps_of_parallel_loops()
    {
        await using var kernel = await WireKernel.StartAsync();
        var outputs = (await kernel.ExecuteAsync("using (var bar = new Progress(10_000)) Parallel.For(0, 10_000, _ => bar.Step());"))
            .Outputs;
        Assert.Equal("update_display_data c1-1 [##############################] 10000/10000", outputs[^1]);
    }

    [Fact]
    public async Task A_progress_bar_shows_where_an_exception_stopped_it()
    {
        await using var kernel = await WireKernel.StartAsync();
        var outputs = (await kernel.ExecuteAsync(
            "foreach (var i in Progress.Over(Enumerable.Range(0, 10).ToArray())) if (i == 5) throw new Exception(\"stop\");")).Outputs;
        Assert.Equal("update_display_data c1-1 [###############...............] 5/10", outputs[^2]);
        Assert.Equal("error Exception stop", outputs[^1]);
    }

    [Theory]
    [InlineData("Input(\"Name? \")", "Name? ", false)]
    [InlineData("Password(\"Secret? \")", "Secret? ", true)]
    [InlineData("Console.ReadLine()", "", false)]
    [InlineData("(char)Console.Read() + Console.ReadLine()", "", false)]
    public async Task Input_is_asked_for_and_comes_back(string code, string prompt, bool isPassword)
    {
        await using var kernel = await WireKernel.StartAsync(key: "k");
        using var console = new StdinClient(kernel);
        console.Execute($"Console.WriteLine($\"got {{{code}}}\");");
        var question = console.ReceiveQuestion();
        Assert.Equal((prompt, isPassword), ((string)question.Content["prompt"]!, (bool)question.Content["password"]!));
        console.Answer(question, "Ada");
        Assert.Equal("ok", (string?)console.ReceiveReply()["status"]);
        await kernel.WaitForOutputAsync("got Ada");
    }

    [Fact]
    public async Task What_was_written_before_the_question_is_shown_before_it()
    {
        await using var kernel = await WireKernel.StartAsync(key: "k");
        using var console = new StdinClient(kernel);
        console.Execute("Console.Write(\"first\"); Input();");
        var question = console.ReceiveQuestion();
        await kernel.WaitForOutputAsync("first");
        console.Answer(question, "");
        console.ReceiveReply();
    }

    [Fact]
    public async Task Only_an_answer_is_taken_for_one()
    {
        await using var kernel = await WireKernel.StartAsync(key: "k");
        using var console = new StdinClient(kernel);
        console.Execute("Console.WriteLine($\"got {Input()}\");");
        var question = console.ReceiveQuestion();
        console.Send("comm_msg", question, "nothing of the kind");
        console.Answer(question, "Ada");
        console.ReceiveReply();
        await kernel.WaitForOutputAsync("got Ada");
    }

    [Fact]
    public async Task A_cell_that_waits_for_input_can_be_interrupted()
    {
        await using var kernel = await WireKernel.StartAsync(key: "k");
        using var console = new StdinClient(kernel);
        console.Execute("Input();");
        console.ReceiveQuestion();
        using var time = new CancellationTokenSource(WireKernel.Patience);
        await kernel.Client.ControlAsync("interrupt_request", [], time.Token);
        Assert.Equal("Interrupted", (string?)console.ReceiveReply()["ename"]);
        Assert.Equal("ok", (await kernel.ExecuteAsync("1")).Status);
    }

    /// <summary>A client with a shell and a stdin socket of one identity.</summary>
    private sealed class StdinClient : IDisposable
    {
        private readonly MessageCodec _codec = new("k");
        private readonly ZmtpConnection _shell;
        private readonly ZmtpConnection _stdin;

        public StdinClient(WireKernel kernel)
        {
            _shell = ZmtpConnection.Connect(kernel.Server.Connection.Shell, ZmtpSocketType.Dealer, "me"u8, new ZmtpLimits());
            _stdin = ZmtpConnection.Connect(kernel.Server.Connection.Stdin, ZmtpSocketType.Dealer, "me"u8, new ZmtpLimits());
        }

        public void Execute(string code) =>
            _shell.Send(_codec.Encode(new JupyterMessage(MessageHeader.Create("execute_request", "s"), null,
                new JsonObject { ["code"] = code, ["allow_stdin"] = true })));

        public JupyterMessage ReceiveQuestion() => _codec.Decode(_stdin.Receive()!);

        public void Answer(JupyterMessage question, string value) => Send("input_reply", question, value);

        public void Send(string type, JupyterMessage question, string value) =>
            _stdin.Send(
                _codec.Encode(new JupyterMessage(MessageHeader.Create(type, "s"), question.Header, new JsonObject { ["value"] = value })));

        public JsonObject ReceiveReply() => _codec.Decode(_shell.Receive()!).Content;

        public void Dispose()
        {
            _shell.Dispose();
            _stdin.Dispose();
        }
    }
}
