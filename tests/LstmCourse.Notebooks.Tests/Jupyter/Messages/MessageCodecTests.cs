using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Tests.Jupyter.Messages;

public sealed class MessageCodecTests
{
    // python3 -c 'import hmac,hashlib; h=hmac.new(b"key", digestmod=hashlib.sha256);
    //   [h.update(p) for p in (b"{\"msg_id\":\"1\",\"msg_type\":\"t\"}", b"{}", b"{}", b"{\"a\":\"\xc3\xa4\"}")]; print(h.hexdigest())'
    private const string Signature = "e680571471d1c195ffd9adf77e95c5c940f854b81772226aceb9225c4847e5c4";

    private static readonly string[] Parts = ["{\"msg_id\":\"1\",\"msg_type\":\"t\"}", "{}", "{}", "{\"a\":\"ä\"}"];

    [Fact]
    public void The_signature_is_the_one_that_python_computes()
    {
        var header = new MessageHeader("1", "", "t", Encoding.UTF8.GetBytes(Parts[0]));
        var frames = new MessageCodec("key").Encode(new JupyterMessage(header, null, new JsonObject { ["a"] = "ä" }));
        Assert.Equal(["<IDS|MSG>", Signature, .. Parts], frames.Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void A_message_of_pythons_is_understood_with_envelope_and_buffers()
    {
        var message = new MessageCodec("key").Decode(Frames(["route", "<IDS|MSG>", Signature, .. Parts, "buffer 1", "buffer 2"]));
        Assert.Equal(("1", "t", "ä"), (message.Header.Id, message.Header.Type, message.Content["a"]!.GetValue<string>()));
        Assert.Null(message.Parent);
        Assert.Equal("route", Encoding.UTF8.GetString(Assert.Single(message.Envelope)));
        Assert.Equal(["buffer 1", "buffer 2"], message.Buffers.Select(Encoding.UTF8.GetString));
    }

    [Fact]
    public void A_reply_carries_the_requests_header_byte_for_byte()
    {
        const string Odd = "{ \"msg_type\":\"t\" ,\"x\":[1.50], \"msg_id\":\"1\"}";
        var codec = new MessageCodec("");
        var request = codec.Decode(Frames(["<IDS|MSG>", "", Odd, "{}", "{}", "{}"]));
        var reply = codec.Encode(new JupyterMessage(MessageHeader.Create("r", "s"), request.Header, []));
        Assert.Equal(Odd, Encoding.UTF8.GetString(reply[3]));
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        var good = Frames(["<IDS|MSG>", Signature, .. Parts]);
        for (var frame = 1; frame < good.Length; frame++)
        {
            for (var i = 0; i < good[frame].Length; i++)
            {
                var bad = good.Select(f => f.ToArray()).ToArray();
                bad[frame][i] ^= 1;
                Assert.Throws<MessageException>(() => new MessageCodec("key").Decode(bad));
            }
        }
    }

    [Fact]
    public void Text_that_is_no_valid_unicode_can_be_sent()
    {
        var frames = new MessageCodec("k")
            .Encode(new JupyterMessage(MessageHeader.Create("stream", "s"), null, new JsonObject { ["text"] = "a\ud800b" }));
        Assert.Equal("a\ufffdb", new MessageCodec("k").Decode(frames).Content["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{\"code\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"a\":[{\"b\":\"\\ud800x\"}]}")]
    public void Text_that_is_no_unicode_is_refused_before_anybody_reads_it(string content)
    {
        var frames = Frames(["<IDS|MSG>", "", Parts[0], "{}", "{}", content]);
        Assert.Contains("no Unicode", Assert.Throws<MessageException>(() => new MessageCodec("").Decode(frames)).Message,
            StringComparison.Ordinal);
        frames[^1] = [.. "{\"a\":\""u8, 0xff, .. "\"}"u8];
        Assert.Throws<MessageException>(() => new MessageCodec("").Decode(frames));
    }

    [Fact]
    public void The_date_is_one_that_jupyter_can_read()
    {
        var json = JsonNode.Parse(MessageHeader.Create("t", "s").Json)!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", json["date"]!.GetValue<string>());
    }

    private static byte[][] Frames(IEnumerable<string> frames) => [.. frames.Select(Encoding.UTF8.GetBytes)];
}
