using System.Net.Sockets;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>
/// One established connection. Reading blocks the caller's thread; sending never blocks, since a thread of the connection's
/// own writes what is queued. Threads rather than tasks, because a cell may keep every thread of the pool busy.
/// </summary>
internal sealed class ZmtpConnection : IDisposable
{
    private const int ThreadStackBytes = 256 * 1024;

    private readonly Socket _socket;
    private readonly ZmtpLimits _limits;
    private readonly BufferedStream _input;
    private readonly Stream _output;
    private readonly OutgoingQueue _queue;

    private ZmtpConnection(Socket socket, ZmtpPeer peer, SocketStream stream, BufferedStream input, ZmtpLimits limits)
    {
        (_socket, _limits, _input, Peer) = (socket, limits, input, peer);
        _output = new BufferedStream(stream, 16 * 1024);
        _queue = new OutgoingQueue(limits);
        new Thread(WriteQueued, ThreadStackBytes) { IsBackground = true, Name = "zmtp writer" }.Start();
    }

    /// <summary>The other side, as it introduced itself.</summary>
    public ZmtpPeer Peer { get; }

    /// <summary>Shakes hands on a connected socket, which the connection owns from then on, failed or not.</summary>
    /// <exception cref="IOException">The peer does not speak the protocol, or not in time, or left.</exception>
    public static ZmtpConnection Establish(Socket socket, ZmtpSocketType type, ReadOnlySpan<byte> identity, ZmtpLimits limits)
    {
        try
        {
            var stream = new SocketStream(socket);
            var input = new BufferedStream(stream, 16 * 1024);
            stream.SetDeadline(limits.Handshake);
            var peer = ZmtpHandshake.Perform(input, stream, type, identity, limits);
            stream.SetDeadline(null);
            return new ZmtpConnection(socket, peer, stream, input, limits);
        }
        catch (Exception e)
        {
            socket.Dispose();
            if (e is SocketException or ObjectDisposedException) throw new IOException("the connection was lost during the handshake", e);
            throw;
        }
    }

    /// <summary>Connects to a listening endpoint.</summary>
    /// <exception cref="IOException">Nobody listens there, or not a ZMTP peer.</exception>
    public static ZmtpConnection Connect(ZmtpEndpoint endpoint, ZmtpSocketType type, ReadOnlySpan<byte> identity, ZmtpLimits limits)
    {
        var socket = endpoint.CreateSocket();
        try
        {
            socket.Connect(endpoint.ToEndPoint());
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException($"nobody listens at {endpoint}", e);
        }

        return Establish(socket, type, identity, limits);
    }

    /// <summary>
    /// Waits for the next message; null when the connection has ended. PING is answered on the way, and a SUBSCRIBE or CANCEL
    /// command comes out as the message (1 or 0, then the topic) that older peers send for it.
    /// </summary>
    /// <exception cref="IOException">The peer broke the protocol or a limit, or the message is cut off.</exception>
    public IReadOnlyList<byte[]>? Receive()
    {
        var frames = new List<byte[]>(8);
        var bytes = 0L;
        while (ReadFrame() is { } frame)
        {
            if (frame.IsCommand)
            {
                if (Answer(ZmtpCommand.Parse(frame.Body)) is { } message) return message;
                continue;
            }

            bytes += frame.Body.Length;
            frames.Add(frame.Body);
            if (bytes > _limits.MessageBytes) throw new ZmtpException($"a message is above the limit of {_limits.MessageBytes} bytes");
            if (frames.Count > _limits.MessageFrames) throw new ZmtpException($"a message has more than {_limits.MessageFrames} frames");
            if (!frame.HasMore) return frames;
        }

        return frames.Count == 0 ? null : throw new EndOfStreamException("the connection ended inside a message");
    }

    /// <summary>Queues a message. A peer that lets too much pile up is disconnected; then, and afterwards, the answer is false.</summary>
    public bool Send(IReadOnlyList<byte[]> frames) => Enqueue(frames, isCommand: false);

    /// <summary>
    /// Holds a producer of much output back until the peer has taken most of it. A peer that stands still is disconnected.
    /// </summary>
    public void WaitForRoom(TimeSpan patience)
    {
        if (!_queue.WaitForRoom(patience)) Dispose();
    }

    /// <summary>Waits until what is queued is on the wire, as long as the time allows.</summary>
    public void Flush(TimeSpan time) => _queue.WaitUntilSent(time);

    public void Dispose()
    {
        _queue.Close();
        _socket.Dispose();
    }

    private ZmtpFrame? ReadFrame()
    {
        try
        {
            return ZmtpFrame.Read(_input, _limits);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private IReadOnlyList<byte[]>? Answer(ZmtpCommand command)
    {
        switch (command.Name)
        {
            case "PING":
                Enqueue([ZmtpCommand.Pong(command.Data).ToBody()], isCommand: true);
                return null;
            case "SUBSCRIBE":
                return [[1, .. command.Data]];
            case "CANCEL":
                return [[0, .. command.Data]];
            case "ERROR":
                throw new ZmtpException("the peer reported an error");
            default:
                return null;
        }
    }

    private bool Enqueue(IReadOnlyList<byte[]> frames, bool isCommand)
    {
        if (_queue.TryAdd(frames, isCommand)) return true;
        Dispose();
        return false;
    }

    private void WriteQueued()
    {
        try
        {
            while (_queue.TryTake(out var entry, out var isLast))
            {
                for (var i = 0; i < entry.Frames.Count; i++)
                {
                    ZmtpFrame.Write(_output, entry.Frames[i], more: i < entry.Frames.Count - 1, entry.IsCommand);
                }

                if (isLast) _output.Flush();
                _queue.Sent(entry);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            Dispose();
        }
    }
}
