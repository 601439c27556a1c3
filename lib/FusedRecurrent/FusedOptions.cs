using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent;

/// <summary>What holds for all fused layers of a process.</summary>
public static class FusedOptions
{
    /// <summary>
    /// How many threads a layer may use, the caller's included; the machine's processors to begin with. The results are the same bits for
    /// any number. One caller at a time has the threads: layers that run on several threads at once each work alone.
    /// </summary>
    /// <remarks>
    /// libtorch has threads of its own, which go on spinning for a while after each operation and take processors from the layers. With
    /// <c>torch.set_num_threads(1)</c> a training step is fastest, and the same bits in every run.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public static int Threads
    {
        get => Workers.Threads;
        set => Workers.SetThreads(value);
    }
}
