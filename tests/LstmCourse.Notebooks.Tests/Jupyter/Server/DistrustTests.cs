using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Server;

/// <summary>A message that is not to be trusted is dropped with one line of log, and the kernel goes on.</summary>
[Collection(KernelTests.Name)]
public sealed class DistrustTests
{
    private const string Key = "the-secret-of-this-test";

    [Fact]
    public async Task A_message_signed_with_another_key_is_dropped() =>
        await AssertDropped(new MessageCodec("another").Encode(Execute("Console.WriteLine(\"intruder\");")), "signature");

    [Fact]
    public async Task An_unsigned_message_is_dropped() =>
        await AssertDropped(new MessageCodec("").Encode(Execute("Console.WriteLine(\"intruder\");")), "signature");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_message_altered_after_signing_is_dropped(int frame)
    {
        var frames = new MessageCodec(Key).Encode(Execute("Console.WriteLine(\"intruder\");")).Select(f => f.ToArray()).ToArray();
        frames[frame] = [.. frames[frame], (byte)' '];
        await AssertDropped(frames, "signature");
    }

    [Fact]
    public async Task A_message_sent_twice_is_executed_once()
    {
        await using var kernel = await WireKernel.StartAsync(key: Key);
        await kernel.ExecuteAsync("var count = 0;");
        using var shell = Connect(kernel);
        var frames = new MessageCodec(Key).Encode(Execute("count++;"));
        shell.Send(frames);
        shell.Send(frames);
        shell.Receive();
        Assert.Equal(["execute_result [3] 1"], (await kernel.ExecuteAsync("count")).Outputs);
        Assert.Contains(kernel.Log, l => l.Contains("repetition", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no delimiter", "a", "b", "c", "d", "e", "f")]
    [InlineData("too few frames", "<IDS|MSG>", "", "{}", "{}")]
    public async Task A_message_out_of_shape_is_dropped(string what, params string[] frames)
    {
        _ = what;
        await AssertDropped([.. frames.Select(Encoding.UTF8.GetBytes)], "too few frames");
    }

    [Fact]
    public async Task A_message_that_is_no_json_is_dropped()
    {
        await using var kernel = await WireKernel.StartAsync(key: "");
        using var shell = Connect(kernel);
        foreach (var part in new[] { "nonsense", "[]", "null", "{\"a\":1,\"a\":2}", new string('[', 100_000),
            "{\"msg_id\": 1, \"msg_type\": 2}" })
        {
            shell.Send([.. new[] { "<IDS|MSG>", "", part, "{}", "{}", "{}" }.Select(Encoding.UTF8.GetBytes)]);
        }

        Assert.Equal("ok", (await kernel.ExecuteAsync("1")).Status);
        await WireKernel.EventuallyAsync(() => kernel.Log.Count == 6);
    }

    [Fact]
    public async Task The_log_never_shows_the_key()
    {
        await using var kernel = await WireKernel.StartAsync(key: Key);
        using var shell = Connect(kernel);
        shell.Send(new MessageCodec("wrong").Encode(Execute(Key[..5])));
        shell.Send([Encoding.UTF8.GetBytes(Key)]);
        await WireKernel.EventuallyAsync(() => kernel.Log.Count == 2);
        Assert.DoesNotContain(kernel.Log, l => l.Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, kernel.Server.Connection.ToString(), StringComparison.Ordinal);
    }

    private static async Task AssertDropped(IReadOnlyList<byte[]> frames, string why)
    {
        await using var kernel = await WireKernel.StartAsync(key: Key);
        using var shell = Connect(kernel);
        shell.Send(frames);
        await WireKernel.EventuallyAsync(() => kernel.Log.Count == 1);
        Assert.Contains(why, kernel.Log[0], StringComparison.Ordinal);
        var exchange = await kernel.ExecuteAsync("1 + 2");
        Assert.Equal(["execute_result [1] 3"], exchange.Outputs);
    }

    private static ZmtpConnection Connect(WireKernel kernel) =>
        ZmtpConnection.Connect(kernel.Server.Connection.Shell, ZmtpSocketType.Dealer, "x"u8, new ZmtpLimits());

    private static JupyterMessage Execute(string code) =>
        new(MessageHeader.Create("execute_request", "s"), null, new JsonObject { ["code"] = code });
}
