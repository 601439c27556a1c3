namespace TorchSharp.Tensors;

/// <summary>Counts one tensor of the caller's as alive until it is disposed or collected.</summary>
internal sealed class LiveToken : IDisposable
{
    private static long s_count;
    private static long s_peak;

    internal LiveToken()
    {
        var count = Interlocked.Increment(ref s_count);
        for (var peak = Peak; count > peak; peak = Peak) Interlocked.CompareExchange(ref s_peak, count, peak);
    }

    ~LiveToken() => Interlocked.Decrement(ref s_count);

    internal static long Count => Interlocked.Read(ref s_count);

    internal static long Peak => Interlocked.Read(ref s_peak);

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Interlocked.Decrement(ref s_count);
    }
}
