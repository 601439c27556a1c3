using System.Collections.Concurrent;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>A PUB socket: sends each message to the connections that subscribed to a prefix of its first frame.</summary>
internal sealed class ZmtpPublisher : IDisposable
{
    private readonly ZmtpListener _listener;
    private readonly ZmtpLimits _limits;
    private readonly Action<ZmtpConnection, byte[]> _subscribed;
    private readonly ConcurrentDictionary<ZmtpConnection, List<byte[]>> _topics = new();

    /// <summary>Binds at once; <paramref name="subscribed"/> is called when a subscription has arrived, with its topic.</summary>
    public ZmtpPublisher(ZmtpEndpoint endpoint, ZmtpLimits limits, Action<ZmtpConnection, byte[]> subscribed, Action<string> log)
    {
        (_limits, _subscribed) = (limits, subscribed);
        // A subscriber has nothing to say but its topics.
        _listener = new ZmtpListener(ZmtpSocketType.Pub, endpoint, limits with { MessageBytes = 4096, MessageFrames = 1 }, Receive, log);
    }

    public int Port => _listener.Port;

    public void Start() => _listener.Start();

    /// <summary>Queues a message for every subscriber.</summary>
    public void Publish(IReadOnlyList<byte[]> frames)
    {
        foreach (var connection in _listener.Connections)
        {
            if (IsSubscribed(connection, frames[0])) connection.Send(frames);
        }
    }

    /// <summary>Holds a producer of much output back until every subscriber has taken most of it.</summary>
    public void WaitForRoom(TimeSpan patience)
    {
        foreach (var connection in _listener.Connections) connection.WaitForRoom(patience);
    }

    /// <summary>Waits until what was published is on the wire, as long as the time allows.</summary>
    public void Flush(TimeSpan time)
    {
        foreach (var connection in _listener.Connections) connection.Flush(time);
    }

    public void Dispose() => _listener.Dispose();

    private void Receive(ZmtpConnection connection, IReadOnlyList<byte[]> message)
    {
        if (message[0] is not [var verb and (0 or 1), .. var topic]) return;
        ForgetTheGone();
        var topics = _topics.GetOrAdd(connection, _ => []);
        lock (topics)
        {
            if (verb == 0) topics.RemoveAll(t => t.AsSpan().SequenceEqual(topic));
            else if (topics.Count < _limits.Subscriptions) topics.Add(topic);
        }

        if (verb == 1) _subscribed(connection, topic);
    }

    private bool IsSubscribed(ZmtpConnection connection, byte[] topic)
    {
        if (!_topics.TryGetValue(connection, out var topics)) return false;
        lock (topics) return topics.Exists(t => topic.AsSpan().StartsWith(t));
    }

    private void ForgetTheGone()
    {
        var present = _listener.Connections;
        foreach (var connection in _topics.Keys)
        {
            if (!present.Contains(connection)) _topics.TryRemove(connection, out _);
        }
    }
}
