namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>What a peer may ask of us before its connection is closed.</summary>
internal sealed record ZmtpLimits
{
    /// <summary>The time from accepting a connection to the peer's READY.</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest command frame. A READY with an identity of 255 bytes stays far below it.</summary>
    public int CommandBytes { get; init; } = 8 * 1024;

    /// <summary>The largest message, all frames together.</summary>
    public long MessageBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The most frames in a message.</summary>
    public int MessageFrames { get; init; } = 1024;

    /// <summary>The most topics one subscriber may name.</summary>
    public int Subscriptions { get; init; } = 256;

    /// <summary>The most connections a listener serves at a time.</summary>
    public int Connections { get; init; } = 64;

    /// <summary>Unsent bytes above which <see cref="ZmtpConnection.WaitForRoom"/> makes a producer wait.</summary>
    public long OutgoingSoftBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Unsent bytes above which a peer that does not read is disconnected.</summary>
    public long OutgoingHardBytes { get; init; } = 512L * 1024 * 1024;
}
