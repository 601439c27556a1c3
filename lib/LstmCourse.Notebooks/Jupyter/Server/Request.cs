using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>A request on shell or control, with the way back to whoever sent it.</summary>
internal sealed class Request(JupyterMessage message, ZmtpConnection connection, MessageCodec codec, string session)
{
    public JupyterMessage Message { get; } = message;

    public JsonObject Content => Message.Content;

    public string Type => Message.Header.Type;

    /// <summary>The sender's identity, which is the same on all of its sockets.</summary>
    public byte[] Sender => connection.Peer.Identity;

    /// <summary>Answers the request, by a message of the request's type with <c>_reply</c> for <c>_request</c>.</summary>
    public void Reply(JsonObject content)
    {
        var type = Type.Replace("_request", "_reply", StringComparison.Ordinal);
        var reply = new JupyterMessage(MessageHeader.Create(type, session), Message.Header, content) { Envelope = Message.Envelope };
        connection.Send(codec.Encode(reply));
        Answered = reply;
    }

    /// <summary>The reply that was sent, if one was.</summary>
    public JupyterMessage? Answered { get; private set; }

    /// <summary>Waits until the reply is on the wire, as long as the time allows.</summary>
    public void Flush(TimeSpan time) => connection.Flush(time);
}
