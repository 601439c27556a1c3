using System.Buffers.Binary;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>
/// One ZMTP 3.0 frame: a flag byte (1 more, 2 long, 4 command), a length of one byte or of eight in network order, the body.
/// </summary>
internal readonly record struct ZmtpFrame(bool IsCommand, bool HasMore, byte[] Body)
{
    private const byte More = 1, Long = 2, Command = 4;
    private const int FirstChunk = 64 * 1024;

    /// <summary>Reads one frame, or null where the stream ends between two frames.</summary>
    /// <exception cref="ZmtpException">The flags are not of ZMTP 3, or the frame is longer than allowed.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside the frame.</exception>
    public static ZmtpFrame? Read(Stream stream, ZmtpLimits limits)
    {
        Span<byte> head = stackalloc byte[9];
        if (stream.Read(head[..1]) == 0) return null;
        var flags = head[0];
        if ((flags & ~(More | Long | Command)) != 0 || (flags & (More | Command)) == (More | Command))
        {
            throw new ZmtpException($"expected the flags of a ZMTP 3 frame, got 0x{flags:x2}");
        }

        var lengthBytes = head.Slice(1, (flags & Long) != 0 ? 8 : 1);
        stream.ReadExactly(lengthBytes);
        var length = lengthBytes.Length == 8 ? BinaryPrimitives.ReadUInt64BigEndian(lengthBytes) : lengthBytes[0];
        var isCommand = (flags & Command) != 0;
        var limit = isCommand ? limits.CommandBytes : limits.MessageBytes;
        if (length > (ulong)limit) throw new ZmtpException($"a frame of {length} bytes is above the limit of {limit}");
        return new ZmtpFrame(isCommand, (flags & More) != 0, ReadBody(stream, (int)length));
    }

    /// <summary>Writes one frame.</summary>
    public static void Write(Stream stream, ReadOnlySpan<byte> body, bool more = false, bool command = false)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = (byte)((more ? More : 0) | (command ? Command : 0));
        if (body.Length <= byte.MaxValue)
        {
            head[1] = (byte)body.Length;
            stream.Write(head[..2]);
        }
        else
        {
            head[0] |= Long;
            BinaryPrimitives.WriteInt64BigEndian(head[1..], body.Length);
            stream.Write(head);
        }

        stream.Write(body);
    }

    // Memory grows with what has arrived, not with what the peer announced.
    private static byte[] ReadBody(Stream stream, int length)
    {
        var body = new byte[Math.Min(length, FirstChunk)];
        stream.ReadExactly(body);
        while (body.Length < length)
        {
            var have = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, have * 2L));
            stream.ReadExactly(body, have, body.Length - have);
        }

        return body;
    }
}
