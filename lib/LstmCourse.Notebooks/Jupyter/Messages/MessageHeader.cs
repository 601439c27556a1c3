using System.Globalization;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Jupyter.Messages;

/// <summary>A message's header, with the bytes it came in or goes out in, since replies carry them back verbatim.</summary>
internal sealed record MessageHeader(string Id, string Session, string Type, byte[] Json)
{
    public const string ProtocolVersion = "5.3";

    /// <summary>A new header of ours.</summary>
    public static MessageHeader Create(string type, string session)
    {
        var id = Guid.NewGuid().ToString("N");
        var json = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = session,
            ["username"] = "kernel",
            // Jupyter's own parser takes at most six digits behind the second.
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        return new MessageHeader(id, session, type, json.ToUtf8());
    }

    /// <summary>Reads a header; null for the empty object that stands for "no parent".</summary>
    public static MessageHeader? Read(JsonObject json, byte[] bytes)
    {
        if (json.Count == 0) return null;
        if (json.Text("msg_id") is not { } id || json.Text("msg_type") is not { } type) throw new MessageException(
            "a header lacks msg_id or msg_type");
        return new MessageHeader(id, json.Text("session") ?? "", type, bytes);
    }
}
