using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Jupyter.Messages;

/// <summary>
/// Messages to frames and back: envelope, <c>&lt;IDS|MSG&gt;</c>, signature, header, parent header, metadata, content, buffers.
/// The signature is the HMAC-SHA256 of the four JSON frames in hexadecimal, or empty if there is no key.
/// </summary>
internal sealed class MessageCodec(string key)
{
    private const int EnvelopeFrames = 16;
    private const int RememberedSignatures = 8192;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _seenInOrder = new();

    public IReadOnlyList<byte[]> Encode(JupyterMessage message)
    {
        byte[] parent = message.Parent?.Json ?? EmptyObject;
        byte[][] signed = [message.Header.Json, parent, message.Metadata.ToUtf8(), message.Content.ToUtf8()];
        return [.. message.Envelope, Delimiter, Sign(signed), .. signed, .. message.Buffers];
    }

    /// <summary>Takes a message apart.</summary>
    /// <exception cref="MessageException">The signature is wrong or was seen before, or a part is missing or no JSON object.</exception>
    public JupyterMessage Decode(IReadOnlyList<byte[]> frames)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter)) delimiter++;
        if (delimiter > EnvelopeFrames || frames.Count < delimiter + 6) throw new MessageException("it has too few frames");

        var signed = frames.Skip(delimiter + 2).Take(4).ToArray();
        Verify(frames[delimiter + 1], signed);
        var header = MessageHeader.Read(Parse(signed[0]), signed[0]) ?? throw new MessageException("its header is empty");
        return new JupyterMessage(header, MessageHeader.Read(Parse(signed[1]), signed[1]), Parse(signed[3]))
        {
            Envelope = [.. frames.Take(delimiter)],
            Metadata = Parse(signed[2]),
            Buffers = [.. frames.Skip(delimiter + 6)],
        };
    }

    private static JsonObject Parse(byte[] frame)
    {
        try
        {
            var json = JsonNode.Parse(frame, documentOptions: JsonReading.Strict) as JsonObject
                ?? throw new MessageException("a part is no JSON object");
            ReadAll(json);
            return json;
        }
        catch (InvalidOperationException)
        {
            throw new MessageException("a part holds text that is no Unicode");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new MessageException("a part is no JSON");
        }
    }

    // Texts are only decoded when they are read; whoever reads them later shall not be surprised.
    private static void ReadAll(JsonNode? json)
    {
        switch (json)
        {
            case JsonObject members:
                foreach (var (_, value) in members) ReadAll(value);
                break;
            case JsonArray items:
                foreach (var item in items) ReadAll(item);
                break;
            case JsonValue value:
                value.TryGetValue<string>(out _);
                break;
        }
    }

    private byte[] Sign(byte[][] signed)
    {
        if (_key.Length == 0) return [];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in signed) hmac.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }

    private void Verify(byte[] signature, byte[][] signed)
    {
        if (_key.Length == 0) return;
        if (!CryptographicOperations.FixedTimeEquals(Sign(signed), signature)) throw new MessageException("its signature is wrong");
        var text = Encoding.ASCII.GetString(signature);
        lock (_seen)
        {
            if (!_seen.Add(text)) throw new MessageException("it is a repetition of an earlier message");
            _seenInOrder.Enqueue(text);
            if (_seenInOrder.Count > RememberedSignatures) _seen.Remove(_seenInOrder.Dequeue());
        }
    }
}
