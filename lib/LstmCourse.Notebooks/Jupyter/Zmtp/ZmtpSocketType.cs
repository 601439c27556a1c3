namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>The ZeroMQ socket types a Jupyter kernel and its client use.</summary>
internal enum ZmtpSocketType
{
    /// <summary>Shell, control and stdin on the kernel's side: answers on the connection a request came from.</summary>
    Router,

    /// <summary>Iopub on the kernel's side: sends to every subscribed connection.</summary>
    Pub,

    /// <summary>Heartbeat on the kernel's side.</summary>
    Rep,

    /// <summary>Shell, control and stdin on the client's side.</summary>
    Dealer,

    /// <summary>Iopub on the client's side.</summary>
    Sub,

    /// <summary>Heartbeat on the client's side.</summary>
    Req,
}

/// <summary>The names of the socket types on the wire.</summary>
internal static class ZmtpSocketTypes
{
    public static string WireName(this ZmtpSocketType type) => type.ToString().ToUpperInvariant();

    /// <summary>Whether ZeroMQ allows a socket of this type to talk to a peer that names itself so.</summary>
    public static bool Accepts(this ZmtpSocketType type, string peer) => type switch
    {
        ZmtpSocketType.Router => peer is "DEALER" or "REQ" or "ROUTER",
        ZmtpSocketType.Pub => peer is "SUB" or "XSUB",
        ZmtpSocketType.Rep => peer is "REQ" or "DEALER",
        ZmtpSocketType.Dealer => peer is "ROUTER" or "REP" or "DEALER",
        ZmtpSocketType.Sub => peer is "PUB" or "XPUB",
        ZmtpSocketType.Req => peer is "REP" or "ROUTER",
        _ => false,
    };
}
