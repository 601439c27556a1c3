using System.Diagnostics;

namespace LstmCourse.Notebooks.Jupyter.Zmtp;

/// <summary>The unsent messages of one connection, in order and bounded in bytes.</summary>
internal sealed class OutgoingQueue(ZmtpLimits limits)
{
    private readonly object _lock = new();
    private readonly Queue<Entry> _entries = new();
    private long _bytes;
    private long _taken;
    private bool _closed;

    internal readonly record struct Entry(IReadOnlyList<byte[]> Frames, bool IsCommand, long Bytes);

    /// <summary>Adds a message; false if the queue is closed or the peer has let too much pile up.</summary>
    public bool TryAdd(IReadOnlyList<byte[]> frames, bool isCommand)
    {
        var bytes = frames.Sum(f => (long)f.Length);
        lock (_lock)
        {
            // One message larger than the limit may still pass through an empty queue.
            if (_closed || (_bytes > 0 && _bytes + bytes > limits.OutgoingHardBytes)) return false;
            _entries.Enqueue(new Entry(frames, isCommand, bytes));
            _bytes += bytes;
            Monitor.PulseAll(_lock);
            return true;
        }
    }

    /// <summary>Waits for the next message; false when the queue is closed and empty.</summary>
    public bool TryTake(out Entry entry, out bool isLast)
    {
        lock (_lock)
        {
            while (_entries.Count == 0 && !_closed) Monitor.Wait(_lock);
            isLast = _entries.Count <= 1;
            return _entries.TryDequeue(out entry);
        }
    }

    /// <summary>Gives back an entry's room once it is on the wire.</summary>
    public void Sent(Entry entry)
    {
        lock (_lock)
        {
            _bytes -= entry.Bytes;
            _taken++;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>
    /// Waits until less than the soft limit is unsent. False if the peer took nothing at all for as long as <paramref name="patience"/>.
    /// </summary>
    public bool WaitForRoom(TimeSpan patience)
    {
        lock (_lock)
        {
            var (seen, since) = (_taken, Stopwatch.GetTimestamp());
            while (!_closed && _bytes > limits.OutgoingSoftBytes)
            {
                Monitor.Wait(_lock, TimeSpan.FromMilliseconds(100));
                if (_taken != seen) (seen, since) = (_taken, Stopwatch.GetTimestamp());
                else if (Stopwatch.GetElapsedTime(since) > patience) return false;
            }

            return true;
        }
    }

    /// <summary>Waits until everything is on the wire, as long as the time allows.</summary>
    public void WaitUntilSent(TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            while (!_closed && _bytes > 0 && Stopwatch.GetElapsedTime(start) < time) Monitor.Wait(_lock, TimeSpan.FromMilliseconds(20));
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.PulseAll(_lock);
        }
    }
}
