using System.Diagnostics;
using System.Net.Sockets;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>
/// A socket as a stream whose reads can be given a common deadline, so that a peer that sends a byte a second
/// cannot stretch its handshake.
/// </summary>
internal sealed class SocketStream(Socket socket) : Stream
{
    private long? _deadline;

    /// <summary>Lets reads fail when the time is over, or never if null.</summary>
    public void SetDeadline(TimeSpan? time)
    {
        _deadline = time is { } span ? Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency) : null;
        socket.ReceiveTimeout = 0;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_deadline is { } deadline)
        {
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
            if (left <= TimeSpan.Zero) throw new ZmtpException("the peer did not finish its handshake in time");
            socket.ReceiveTimeout = Math.Max(1, (int)left.TotalMilliseconds);
        }

        return socket.Receive(buffer);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0) buffer = buffer[socket.Send(buffer)..];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
