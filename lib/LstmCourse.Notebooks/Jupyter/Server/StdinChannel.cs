using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>The channel on which the kernel asks the person for a line.</summary>
internal sealed class StdinChannel : IDisposable
{
    private readonly MessageCodec _codec;
    private readonly string _session;
    private readonly ZmtpListener _listener;
    private readonly Action<string> _log;
    private readonly object _lock = new();
    private readonly Queue<string> _answers = new();

    public StdinChannel(ZmtpEndpoint endpoint, ZmtpLimits limits, MessageCodec codec, string session, Action<string> log)
    {
        (_codec, _session, _log) = (codec, session, log);
        _listener = new ZmtpListener(ZmtpSocketType.Router, endpoint, limits, Receive, log);
    }

    public int Port => _listener.Port;

    public void Start() => _listener.Start();

    /// <summary>Asks the client that sent a request, and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">That client is not connected here.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public string Ask(Request request, string prompt, bool isPassword, CancellationToken cancellationToken)
    {
        var connections = _listener.Connections;
        var connection = connections.FirstOrDefault(c => c.Peer.Identity.AsSpan().SequenceEqual(request.Sender));
        // A client without an identity can only be meant if it is the only one.
        if (connection is null && connections.Count == 1) connection = connections[0];
        if (connection is null) throw new InvalidOperationException("the front end has no channel for input");
        var content = new JsonObject { ["prompt"] = prompt, ["password"] = isPassword };
        var message = new JupyterMessage(MessageHeader.Create("input_request", _session), request.Message.Header, content);
        lock (_lock) _answers.Clear();
        connection.Send(_codec.Encode(message));
        return WaitForAnswer(cancellationToken);
    }

    public void Dispose() => _listener.Dispose();

    private string WaitForAnswer(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static state => ((StdinChannel)state!).Wake(), this);
        lock (_lock)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_answers.TryDequeue(out var answer)) return answer;
                Monitor.Wait(_lock);
            }
        }
    }

    private void Wake()
    {
        lock (_lock) Monitor.PulseAll(_lock);
    }

    private void Receive(ZmtpConnection connection, IReadOnlyList<byte[]> frames)
    {
        try
        {
            var message = _codec.Decode(frames);
            if (message.Header.Type != "input_reply") return;
            lock (_lock)
            {
                // One question, one answer; anything beyond is nobody's.
                _answers.Clear();
                _answers.Enqueue(message.Content.Text("value") ?? "");
                Monitor.PulseAll(_lock);
            }
        }
        catch (MessageException e)
        {
            _log($"a message on stdin was dropped: {e.Message}");
        }
    }
}
