using System.Text;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>What a handshake told about the other side.</summary>
/// <param name="SocketType">Its socket type as it named itself, for instance <c>DEALER</c>.</param>
/// <param name="Identity">Its identity, empty unless it chose one.</param>
internal sealed record ZmtpPeer(string SocketType, byte[] Identity);

/// <summary>
/// The opening of a connection in ZMTP 3.0 with the NULL mechanism (rfc.zeromq.org/spec/23): a greeting of 64 bytes and
/// a READY command from each side. We name minor version 0, so that peers send subscriptions as plain messages.
/// </summary>
internal static class ZmtpHandshake
{
    private const int GreetingBytes = 64;

    public static ZmtpPeer Perform(Stream input, Stream output, ZmtpSocketType type, ReadOnlySpan<byte> identity, ZmtpLimits limits)
    {
        output.Write(Greeting());
        output.Flush();
        ReadGreeting(input);
        ZmtpFrame.Write(output, ZmtpCommand.Ready(type, identity).ToBody(), command: true);
        output.Flush();
        return ReadReady(input, type, limits);
    }

    internal static byte[] Greeting()
    {
        var greeting = new byte[GreetingBytes];
        greeting[0] = 0xff;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    private static void ReadGreeting(Stream stream)
    {
        var greeting = new byte[GreetingBytes];
        // The signature is judged first, so that a stranger's short "hello" is refused without waiting for 64 bytes.
        stream.ReadExactly(greeting, 0, 10);
        if (greeting[0] != 0xff || (greeting[9] & 1) != 1) throw new ZmtpException("the peer does not speak ZMTP");
        stream.ReadExactly(greeting, 10, GreetingBytes - 10);
        if (greeting[10] < 3) throw new ZmtpException($"expected ZMTP 3 or newer, got version {greeting[10]}");
        var mechanism = Encoding.ASCII.GetString(greeting, 12, 20).TrimEnd('\0');
        if (mechanism != "NULL") throw new ZmtpException("expected the NULL mechanism");
    }

    private static ZmtpPeer ReadReady(Stream stream, ZmtpSocketType type, ZmtpLimits limits)
    {
        var frame = ZmtpFrame.Read(stream, limits) ?? throw new EndOfStreamException("the peer left during the handshake");
        if (!frame.IsCommand) throw new ZmtpException("the peer sent a message before READY");
        var command = ZmtpCommand.Parse(frame.Body);
        if (command.Name != "READY") throw new ZmtpException("expected the command READY");
        var properties = command.ReadProperties();
        var socketType = properties.TryGetValue("Socket-Type", out var name) ? Encoding.ASCII.GetString(name) : "";
        if (!type.Accepts(socketType)) throw new ZmtpException($"a {type.WireName()} socket cannot talk to this peer's socket type");
        return new ZmtpPeer(socketType, properties.GetValueOrDefault("Identity", []));
    }
}
