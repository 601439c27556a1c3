using System.Collections.Concurrent;
using System.Text;
using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Zmtp;

public sealed class ZmtpListenerTests : IDisposable
{
    private static readonly ZmtpLimits Limits = new()
    {
        Handshake = TimeSpan.FromMilliseconds(400),
        MessageBytes = 100_000,
        MessageFrames = 8,
        Connections = 4
    };

    private readonly BlockingCollection<IReadOnlyList<byte[]>> _received = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ZmtpListener _listener;

    public ZmtpListenerTests()
    {
        _listener = new ZmtpListener(ZmtpSocketType.Router, new ZmtpEndpoint("tcp", "127.0.0.1", 0), Limits, Echo, _log.Enqueue);
        _listener.Start();
    }

    [Fact]
    public void Messages_of_all_sizes_pass_both_ways_in_order()
    {
        using var client = Connect();
        IReadOnlyList<byte[]>[] messages =
        [
            [[]], [[1]], [[], [1, 2], []], [new byte[255]], [new byte[256]], [new byte[65_536], [7]], [Bytes(90_000)],
        ];
        foreach (var message in messages) client.Send(message);
        foreach (var message in messages) Assert.Equal(message, client.Receive()!);
    }

    [Fact]
    public void The_identity_of_a_dealer_is_known()
    {
        using var client = Connect("it's me"u8);
        client.Send([[1]]);
        client.Receive();
        Assert.Equal("it's me", Encoding.ASCII.GetString(_listener.Connections.Single().Peer.Identity));
        Assert.Equal("DEALER", _listener.Connections.Single().Peer.SocketType);
    }

    [Fact]
    public void A_ping_is_answered_with_a_pong_that_returns_its_context()
    {
        using var peer = new RawPeer(_listener.Port);
        peer.ShakeHands(ZmtpSocketType.Dealer);
        peer.Read(64 + Ready().Length);
        peer.Send(RawPeer.Frame(4, [4, .. "PING"u8, 0, 100, .. "context"u8]));
        Assert.Equal(RawPeer.Frame(4, [4, .. "PONG"u8, .. "context"u8]), peer.Read(14));
    }

    public static TheoryData<string, byte[]> Nonsense() => new()
    {
        { "an HTTP request", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "zeros", new byte[64] },
        { "ZMTP 2", [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 1, 5, .. new byte[52]] },
        { "another mechanism", [0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0, .. "PLAIN"u8, .. new byte[47]] },
        { "a message before READY", [.. ZmtpHandshake.Greeting(), 0, 1, 65] },
        { "a command other than READY", [.. ZmtpHandshake.Greeting(), .. RawPeer.Frame(4, [4, .. "PING"u8, 0, 0])] },
        { "an empty command", [.. ZmtpHandshake.Greeting(), 4, 0] },
        { "a command name that is too long", [.. ZmtpHandshake.Greeting(), 4, 2, 200, 65] },
        { "a property that is cut off",
        [.. ZmtpHandshake.Greeting(), .. RawPeer.Frame(4, [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, 99, 65])] },
        { "a property of four gigabytes",
        [.. ZmtpHandshake.Greeting(), .. RawPeer.Frame(4, [5, .. "READY"u8, 1, 65, 255, 255, 255, 255])] },
        { "a wrong socket type", [.. ZmtpHandshake.Greeting(), .. RawPeer.Frame(4, ZmtpCommand.Ready(ZmtpSocketType.Sub, []).ToBody())] },
        { "a READY of a terabyte", [.. ZmtpHandshake.Greeting(), 6, 0, 0, 1, 0, 0, 0, 0, 0] },
        { "a frame of a terabyte", [.. ZmtpHandshake.Greeting(), .. Ready(), 2, 0, 0, 1, 0, 0, 0, 0, 0] },
        { "a frame of minus one byte", [.. ZmtpHandshake.Greeting(), .. Ready(), 2, 255, 255, 255, 255, 255, 255, 255, 255] },
        { "unknown flags", [.. ZmtpHandshake.Greeting(), .. Ready(), 8, 0] },
        { "a command with more to come", [.. ZmtpHandshake.Greeting(), .. Ready(), 5, 0] },
        { "too many frames", [.. ZmtpHandshake.Greeting(), .. Ready(), .. Enumerable.Repeat<byte[]>([1, 0], 9).SelectMany(f => f)] },
        { "too many bytes", [.. ZmtpHandshake.Greeting(), .. Ready(),
        .. Enumerable.Repeat<byte[]>([3, 0, 0, 0, 0, 0, 0, 255, 255, .. new byte[65535]], 2).SelectMany(f => f)] },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Nonsense_is_hung_up_on_and_nobody_else_notices(string what, byte[] bytes)
    {
        using var honest = Connect();
        using var peer = new RawPeer(_listener.Port);
        peer.Send(bytes);
        Assert.True(peer.IsHungUpOn(), what);
        honest.Send([[1]]);
        Assert.Equal([[1]], honest.Receive()!);
        Assert.True(SpinWait.SpinUntil(() => !_log.IsEmpty, TimeSpan.FromSeconds(30)));
        Assert.Single(_log);
    }

    [Fact]
    public async Task A_peer_that_stops_in_the_middle_of_its_handshake_is_hung_up_on_in_time()
    {
        using var silent = new RawPeer(_listener.Port);
        using var half = new RawPeer(_listener.Port);
        half.Send(ZmtpHandshake.Greeting()[..40]);
        using var slow = new RawPeer(_listener.Port);
        var dripping = Task.Run(async () =>
        {
            // One byte at a time never lets a single read time out, but the handshake as a whole does.
            foreach (var b in ZmtpHandshake.Greeting())
            {
                try
                {
                    slow.Send(b);
                }
                catch (System.Net.Sockets.SocketException)
                {
                    return;
                }

                await Task.Delay(50);
            }
        });
        Assert.True(silent.IsHungUpOn());
        Assert.True(half.IsHungUpOn());
        Assert.True(slow.IsHungUpOn());
        await dripping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_message_that_is_cut_off_by_the_end_of_the_connection_is_forgotten()
    {
        var peer = new RawPeer(_listener.Port);
        peer.ShakeHands(ZmtpSocketType.Dealer);
        peer.Read(64 + Ready().Length);
        peer.Send(1, 1, 65, 0, 10, 1, 2, 3);
        peer.Dispose();
        using var honest = Connect();
        honest.Send([[9]]);
        honest.Receive();
        Assert.Equal([[9]], _received.Take());
        Assert.Empty(_received);
    }

    [Fact]
    public void More_connections_than_allowed_are_refused_until_one_has_left()
    {
        var clients = Enumerable.Range(0, 4).Select(_ => Connect()).ToList();
        foreach (var client in clients)
        {
            client.Send([[1]]);
            client.Receive();
        }

        Assert.ThrowsAny<IOException>(() => Connect());
        clients[0].Dispose();
        Retry(() => Connect().Dispose());
        clients.ForEach(c => c.Dispose());
    }

    [Fact]
    public void A_unix_domain_socket_serves_as_well()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateTempSubdirectory();
        var endpoint = new ZmtpEndpoint("ipc", Path.Combine(folder.FullName, "s"), 3);
        using (var listener = new ZmtpListener(ZmtpSocketType.Rep, endpoint, Limits, (c, m) => c.Send(m), _ => { }))
        {
            listener.Start();
            using var client = ZmtpConnection.Connect(endpoint, ZmtpSocketType.Req, [], Limits);
            client.Send([[], [5]]);
            Assert.Equal([[], [5]], client.Receive()!);
        }

        Assert.False(File.Exists(endpoint.SocketPath));
        folder.Delete(recursive: true);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _received.Dispose();
    }

    private static byte[] Ready() => RawPeer.Frame(4, ZmtpCommand.Ready(ZmtpSocketType.Dealer, []).ToBody());

    private static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)(i * 31))];

    private static void Retry(Action action)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                action();
                return;
            }
            catch (IOException) when (i < 100)
            {
                Thread.Sleep(20);
            }
        }
    }

    private ZmtpConnection Connect(ReadOnlySpan<byte> identity = default) =>
        ZmtpConnection.Connect(new ZmtpEndpoint("tcp", "127.0.0.1", _listener.Port), ZmtpSocketType.Dealer, identity, new ZmtpLimits());

    private void Echo(ZmtpConnection connection, IReadOnlyList<byte[]> message)
    {
        _received.Add(message);
        connection.Send(message);
    }
}
