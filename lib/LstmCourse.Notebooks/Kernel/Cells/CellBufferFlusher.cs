namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// Sends what cells have gathered, at most twenty times a second, on a thread of its own: the pool may be busy with a cell's loops.
/// </summary>
internal static class CellBufferFlusher
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    // A cell's thread may be aborted just before it signals; this is how long its output is late then.
    private static readonly TimeSpan LostSignal = TimeSpan.FromSeconds(1);

    private static readonly object Lock = new();
    private static readonly HashSet<CellBuffer> Running = [];
    private static readonly HashSet<CellBuffer> Waiting = [];
    private static readonly AutoResetEvent Signal = new(false);
    private static bool _started;
    private static volatile bool _isSignalled;

    /// <summary>Watches a buffer for as long as its cell runs.</summary>
    public static void Watch(CellBuffer buffer)
    {
        lock (Lock)
        {
            Running.Add(buffer);
            if (!_started) new Thread(FlushForever, 256 * 1024) { IsBackground = true, Name = "cell output" }.Start();
            _started = true;
        }
    }

    /// <summary>Ends <see cref="Watch"/>.</summary>
    public static void Unwatch(CellBuffer buffer)
    {
        lock (Lock) Running.Remove(buffer);
    }

    /// <summary>Lets a buffer be flushed within the interval.</summary>
    public static void Remember(CellBuffer buffer)
    {
        lock (Lock)
        {
            if (!Waiting.Add(buffer)) return;
        }

        Wake();
    }

    /// <summary>Lets the watched buffers be flushed within the interval. Takes no lock.</summary>
    public static void Wake()
    {
        if (_isSignalled) return;
        _isSignalled = true;
        Signal.Set();
    }

    private static void FlushForever()
    {
        while (true)
        {
            Signal.WaitOne(IsIdle() ? Timeout.InfiniteTimeSpan : LostSignal);
            Thread.Sleep(Interval);
            _isSignalled = false;
            CellBuffer[] buffers;
            lock (Lock)
            {
                buffers = [.. Waiting, .. Running];
                Waiting.Clear();
            }

            foreach (var buffer in buffers)
            {
                buffer.Flush();
                buffer.WaitForReaders();
            }
        }
    }

    private static bool IsIdle()
    {
        lock (Lock) return Running.Count == 0 && Waiting.Count == 0;
    }
}
