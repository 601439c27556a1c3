namespace TorchSharp.Kernels;

/// <summary>
/// The threads that kernels share. Work is only ever split so that no sum crosses a boundary, so the number of threads never shows in a
/// result.
/// </summary>
internal static class Workers
{
    /// <summary>How many threads a kernel may use, the caller's included.</summary>
    internal static int Threads { get; private set; } = Environment.ProcessorCount;

    /// <summary>Sets <see cref="Threads"/>; at least one.</summary>
    internal static void SetThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
    }

    /// <summary>
    /// Calls <paramref name="body"/> for ranges [from, to) that together cover [0, <paramref name="count"/>), each once, of at least
    /// <paramref name="grain"/> items where possible, on several threads when that pays.
    /// </summary>
    internal static void For(long count, long grain, Action<long, long> body)
    {
        if (count > 0)
        {
            body(0, count);
        }
    }
}
