namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>Sends what cells have gathered, at most twenty times a second, on a thread of its own: the pool may be busy with a cell's loops.</summary>
internal static class CellBufferFlusher
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly object Lock = new();
    private static readonly HashSet<CellBuffer> Waiting = [];
    private static bool _started;

    /// <summary>Lets a buffer be flushed within the interval.</summary>
    public static void Remember(CellBuffer buffer)
    {
        lock (Lock)
        {
            if (!Waiting.Add(buffer)) return;
            if (!_started) new Thread(FlushForever, 256 * 1024) { IsBackground = true, Name = "cell output" }.Start();
            _started = true;
            Monitor.Pulse(Lock);
        }
    }

    private static void FlushForever()
    {
        while (true)
        {
            lock (Lock)
            {
                while (Waiting.Count == 0) Monitor.Wait(Lock);
            }

            Thread.Sleep(Interval);
            CellBuffer[] buffers;
            lock (Lock)
            {
                buffers = [.. Waiting];
                Waiting.Clear();
            }

            foreach (var buffer in buffers) buffer.Flush();
        }
    }
}
