using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>One address of a connection file: a TCP port, or a Unix domain socket.</summary>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Address">An IP address, or the stem of the socket's path.</param>
/// <param name="Port">The TCP port, or the number behind the stem: <c>STEM-PORT</c>.</param>
internal sealed record ZmtpEndpoint(string Transport, string Address, int Port)
{
    /// <summary>The path of the Unix domain socket, null for TCP.</summary>
    public string? SocketPath => Transport == "ipc" ? string.Create(CultureInfo.InvariantCulture, $"{Address}-{Port}") : null;

    /// <summary>The address as .NET's sockets take it.</summary>
    /// <exception cref="ZmtpException">The transport is unknown or the address is not one.</exception>
    public EndPoint ToEndPoint()
    {
        if (SocketPath is { } path) return new UnixDomainSocketEndPoint(path);
        if (Transport != "tcp") throw new ZmtpException($"expected transport tcp or ipc, got '{Transport}'");
        if (IPAddress.TryParse(Address, out var ip)) return new IPEndPoint(ip, Port);
        return Address switch
        {
            "localhost" => new IPEndPoint(IPAddress.Loopback, Port),
            "*" => new IPEndPoint(IPAddress.Any, Port),
            _ => throw new ZmtpException($"expected an IP address, got '{Address}'"),
        };
    }

    /// <summary>A new socket of the endpoint's kind.</summary>
    public Socket CreateSocket()
    {
        if (SocketPath is not null) return new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        return new Socket(ToEndPoint().AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    }

    public override string ToString() => SocketPath ?? string.Create(CultureInfo.InvariantCulture, $"{Transport}://{Address}:{Port}");
}
