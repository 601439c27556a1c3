using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>The channel on which every client hears what the kernel does and what cells show.</summary>
internal sealed class IopubChannel : IDisposable
{
    // A client that reads nothing at all for so long does not hold a cell up any more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly MessageCodec _codec;
    private readonly string _session;
    private readonly ZmtpPublisher _publisher;

    public IopubChannel(ZmtpEndpoint endpoint, ZmtpLimits limits, MessageCodec codec, string session, Action<string> log)
    {
        (_codec, _session) = (codec, session);
        _publisher = new ZmtpPublisher(endpoint, limits, Welcome, log);
    }

    public int Port => _publisher.Port;

    public void Start() => _publisher.Start();

    public void Publish(string type, JsonObject content, MessageHeader? parent)
    {
        var message = new JupyterMessage(MessageHeader.Create(type, _session), parent,
            content)
        { Envelope = [Encoding.ASCII.GetBytes(type)] };
        _publisher.Publish(_codec.Encode(message));
    }

    /// <summary>Tells that the kernel begins or ends to work on a request.</summary>
    public void PublishStatus(string state, MessageHeader? parent) =>
        Publish("status", new JsonObject { ["execution_state"] = state }, parent);

    public void WaitForReaders() => _publisher.WaitForRoom(Patience);

    public void Flush(TimeSpan time) => _publisher.Flush(time);

    public void Dispose() => _publisher.Dispose();

    // JEP 65: from this message on, the subscriber misses nothing.
    private void Welcome(ZmtpConnection connection, byte[] topic)
    {
        var content = new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) };
        var message = new JupyterMessage(MessageHeader.Create("iopub_welcome", _session), null, content) { Envelope = [topic] };
        connection.Send(_codec.Encode(message));
    }
}
