using System.Buffers.Binary;
using System.Text;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>A command frame's body: a name of at most 255 ASCII bytes, then data that depends on it.</summary>
internal readonly record struct ZmtpCommand(string Name, byte[] Data)
{
    /// <summary>Takes a command frame's body apart.</summary>
    /// <exception cref="ZmtpException">The name is longer than the frame.</exception>
    public static ZmtpCommand Parse(byte[] body)
    {
        if (body.Length == 0 || body[0] > body.Length - 1) throw new ZmtpException("a command frame is shorter than its name");
        return new ZmtpCommand(Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..]);
    }

    public byte[] ToBody() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data];

    /// <summary>The READY command that ends our half of a NULL handshake.</summary>
    public static ZmtpCommand Ready(ZmtpSocketType type, ReadOnlySpan<byte> identity)
    {
        using var data = new MemoryStream();
        WriteProperty(data, "Socket-Type", Encoding.ASCII.GetBytes(type.WireName()));
        if (type is ZmtpSocketType.Router or ZmtpSocketType.Dealer or ZmtpSocketType.Req) WriteProperty(data, "Identity", identity);
        return new ZmtpCommand("READY", data.ToArray());
    }

    /// <summary>The answer to a PING, which returns the ping's context (what follows its two bytes of time to live).</summary>
    public static ZmtpCommand Pong(byte[] pingData) => new("PONG", pingData.Length > 2 ? pingData[2..] : []);

    /// <summary>Reads the properties of a READY command; their names do not tell upper from lower case.</summary>
    /// <exception cref="ZmtpException">A property is cut off.</exception>
    public Dictionary<string, byte[]> ReadProperties()
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<byte> rest = Data;
        while (rest.Length > 0)
        {
            var nameLength = rest[0];
            if (rest.Length < 1 + nameLength + 4) throw new ZmtpException("a property of READY is cut off");
            var name = Encoding.ASCII.GetString(rest.Slice(1, nameLength));
            var valueLength = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + nameLength)..]);
            rest = rest[(1 + nameLength + 4)..];
            if (valueLength > (uint)rest.Length) throw new ZmtpException("a property of READY is cut off");
            properties[name] = rest[..(int)valueLength].ToArray();
            rest = rest[(int)valueLength..];
        }

        return properties;
    }

    private static void WriteProperty(MemoryStream data, string name, ReadOnlySpan<byte> value)
    {
        data.WriteByte((byte)name.Length);
        data.Write(Encoding.ASCII.GetBytes(name));
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        data.Write(length);
        data.Write(value);
    }
}
