using System.Security.Cryptography;
using System.Text;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Tests.Jupyter.Messages;

/// <summary>
/// Whatever frames come in, the parser gives a message or refuses it, and never believes one whose signature does not fit. The inputs are
/// drawn from a fixed seed: sound messages, sound ones with parts changed, and noise.
/// </summary>
public sealed class MessageFuzzTests
{
    private static readonly int Inputs = FuzzInputs.OrUsual(120_000), Signed = FuzzInputs.OrUsual(20_000);

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"msg_id\"", "\"msg_type\"", "\"a\"", "1", "-1e999", "true", "null", "\\u0000", "\\ud800",
            "ä", "\u0000", " ", "{}", "{\"a\":1}",
    ];

    private static readonly byte[][] Sound =
    [
        "<IDS|MSG>"u8.ToArray(), [], "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\",\"session\":\"s\"}"u8.ToArray(),
            "{}"u8.ToArray(), "{}"u8.ToArray(),
        "{\"code\":\"1\",\"silent\":false,\"n\":[1,2,{\"x\":null}]}"u8.ToArray(),
    ];

    [Fact]
    public void Messages_of_any_frames_are_parsed_or_refused()
    {
        var random = new Random(4);
        var codec = new MessageCodec("");
        var (parsed, refused) = (0, 0);
        for (var i = 0; i < Inputs; i++)
        {
            try
            {
                var message = codec.Decode(Frames(random));
                // What handlers do first: read fields that may be of any type.
                _ = (message.Content.Text("code"), message.Content.Number("cursor_pos"), message.Content.Flag("silent"),
                    message.Content.Object("user_expressions"));
                parsed++;
            }
            catch (MessageException)
            {
                refused++;
            }
        }

        Assert.InRange(parsed, Inputs / 10, Inputs);
        Assert.InRange(refused, Inputs / 10, Inputs);
    }

    [Fact]
    public void No_changed_message_passes_for_a_signed_one()
    {
        var random = new Random(5);
        var key = Encoding.UTF8.GetBytes("key");
        var codec = new MessageCodec("key");
        for (var i = 0; i < Signed; i++)
        {
            var frames = Sound.Select(f => f.ToArray()).ToArray();
            // Each one anew, since a message that comes twice is refused for that.
            frames[2] = Encoding.UTF8.GetBytes($"{{\"msg_id\":\"{i}\",\"msg_type\":\"t\"}}");
            frames[1] = Encoding.ASCII.GetBytes(
                Convert.ToHexStringLower(HMACSHA256.HashData(key, frames[2..6].SelectMany(f => f).ToArray())));
            var isChanged = random.Next(4) == 0;
            if (isChanged)
            {
                var frame = frames[random.Next(1, 6)];
                frame[random.Next(frame.Length)] ^= (byte)(1 << random.Next(8));
                Assert.Throws<MessageException>(() => codec.Decode(frames));
            }
            else
            {
                Assert.Equal("t", codec.Decode(frames).Header.Type);
            }
        }
    }

    private static List<byte[]> Frames(Random random)
    {
        var frames = Sound.ToList();
        for (var changes = random.Next(5) - 2; changes > 0; changes--)
        {
            var place = random.Next(frames.Count);
            switch (random.Next(6))
            {
                case 0:
                    frames.RemoveAt(place);
                    break;
                case 1:
                    frames.Insert(place, frames[place]);
                    break;
                case 2:
                    frames[place] = Noise(random);
                    break;
                case 3:
                    frames[place] = Json(random);
                    break;
                case 4:
                    frames[place] = frames[place][..random.Next(frames[place].Length + 1)];
                    break;
                default:
                    frames[place] = frames[place].ToArray();
                    if (frames[place].Length > 0) frames[place][random.Next(frames[place].Length)] = (byte)random.Next(256);
                    break;
            }

            if (frames.Count == 0) break;
        }

        return frames;
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return bytes;
    }

    // Something close to JSON, now and then very deep.
    private static byte[] Json(Random random)
    {
        if (random.Next(200) == 0) return Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? '[' : '{', random.Next(1, 10_000)));
        var text = new StringBuilder("{");
        for (var pieces = random.Next(12); pieces > 0; pieces--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }
}
