using System.Net;
using System.Net.Sockets;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>A socket that says whatever a test likes, byte by byte.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        ReceiveTimeout = 30_000,
        SendTimeout = 30_000
    };

    public RawPeer(int port) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    public void Send(params byte[] bytes) => _socket.Send(bytes);

    /// <summary>Greets and says READY as a socket of this type.</summary>
    public void ShakeHands(ZmtpSocketType type)
    {
        Send(ZmtpHandshake.Greeting());
        Send(Frame(4, ZmtpCommand.Ready(type, []).ToBody()));
    }

    public byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            var got = _socket.Receive(bytes, have, count - have, SocketFlags.None);
            if (got == 0) throw new EndOfStreamException();
            have += got;
        }

        return bytes;
    }

    /// <summary>Waits until the other side hangs up.</summary>
    public bool IsHungUpOn()
    {
        var bytes = new byte[256];
        try
        {
            while (_socket.Receive(bytes) > 0)
            {
            }

            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode != SocketError.TimedOut;
        }
    }

    public static byte[] Frame(byte flags, params byte[] body) => [flags, (byte)body.Length, .. body];

    public void Dispose() => _socket.Dispose();
}
