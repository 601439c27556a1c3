using System.Net;
using System.Net.Sockets;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>
/// A bound socket that shakes hands with whoever connects and hands their messages on, each connection on a thread of its own.
/// </summary>
internal sealed class ZmtpListener : IDisposable
{
    private const int ConnectionStackBytes = 1024 * 1024;

    private readonly Socket _socket;
    private readonly ZmtpSocketType _type;
    private readonly ZmtpEndpoint _endpoint;
    private readonly ZmtpLimits _limits;
    private readonly Action<ZmtpConnection, IReadOnlyList<byte[]>> _receive;
    private readonly Action<string> _log;
    private readonly List<ZmtpConnection> _connections = [];
    private int _served;
    private volatile bool _disposed;

    /// <summary>
    /// Binds at once; connections are accepted from <see cref="Start"/> on. <paramref name="receive"/> is called on the connection's
    /// thread, so that a slow callee holds only this peer back; <paramref name="log"/> takes a line when a peer is thrown out.
    /// </summary>
    /// <exception cref="SocketException">The address is in use or not ours.</exception>
    public ZmtpListener(
        ZmtpSocketType type, ZmtpEndpoint endpoint, ZmtpLimits limits, Action<ZmtpConnection, IReadOnlyList<byte[]>> receive,
        Action<string> log)
    {
        (_type, _endpoint, _limits, _receive, _log) = (type, endpoint, limits, receive, log);
        _socket = endpoint.CreateSocket();
        try
        {
            _socket.Bind(endpoint.ToEndPoint());
            _socket.Listen(_limits.Connections);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>The TCP port, chosen by the system if the endpoint said 0.</summary>
    public int Port => _socket.LocalEndPoint is IPEndPoint ip ? ip.Port : _endpoint.Port;

    /// <summary>The established connections at this moment.</summary>
    public IReadOnlyList<ZmtpConnection> Connections
    {
        get
        {
            lock (_connections) return [.. _connections];
        }
    }

    public void Start() => new Thread(AcceptAll, ConnectionStackBytes) { IsBackground = true, Name = $"zmtp {_type}" }.Start();

    public void Dispose()
    {
        _disposed = true;
        _socket.Dispose();
        foreach (var connection in Connections) connection.Dispose();
        if (_endpoint.SocketPath is { } path) File.Delete(path);
    }

    private void AcceptAll()
    {
        while (!_disposed)
        {
            try
            {
                var peer = _socket.Accept();
                if (Interlocked.Increment(ref _served) > _limits.Connections)
                {
                    Interlocked.Decrement(ref _served);
                    peer.Dispose();
                    _log($"{_type.WireName()}: more than {_limits.Connections} connections, a new one was refused");
                    continue;
                }

                if (_endpoint.SocketPath is null) peer.NoDelay = true;
                new Thread(() => Serve(peer), ConnectionStackBytes) { IsBackground = true, Name = $"zmtp {_type} peer" }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Out of file handles, or a peer that left before it was accepted: the next one may fare better.
                if (!_disposed) Thread.Sleep(20);
            }
        }
    }

    private void Serve(Socket peer)
    {
        ZmtpConnection? connection = null;
        try
        {
            connection = ZmtpConnection.Establish(peer, _type, [], _limits);
            lock (_connections) _connections.Add(connection);
            while (!_disposed && connection.Receive() is { } message) _receive(connection, message);
        }
        catch (IOException e)
        {
            if (!_disposed && e is ZmtpException) _log($"{_type.WireName()}: a peer was disconnected: {e.Message}");
        }
        finally
        {
            if (connection is not null)
            {
                lock (_connections) _connections.Remove(connection);
                connection.Dispose();
            }

            Interlocked.Decrement(ref _served);
        }
    }
}
