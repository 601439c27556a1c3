using FusedRecurrent.Kernels.Simd;
using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Tests.Kernels;

/// <summary>
/// Tests that change the vector width or the number of threads, which the whole process shares, run one after the other.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KernelSettings
{
    public const string Name = "Kernel settings";

    /// <summary>The widths that this machine can run.</summary>
    internal static IEnumerable<int> Widths => new[] { 1, 128, 256, 512 }.Where(bits => bits <= SimdWidth.Widest);

    /// <summary>Runs an action at one width and thread count and puts both back.</summary>
    internal static void With(int bits, int threads, Action action)
    {
        int oldThreads = Workers.Threads;
        SimdWidth.Bits = bits;
        Workers.SetThreads(threads);
        try
        {
            action();
        }
        finally
        {
            SimdWidth.Bits = SimdWidth.Widest;
            Workers.SetThreads(oldThreads);
        }
    }

    /// <summary>Runs a computation at every width and at one, two and three threads, and demands the same bits.</summary>
    internal static void AssertSameBits<T>(Func<T[]> compute)
        where T : unmanaged
    {
        byte[]? expected = null;
        foreach (int bits in Widths)
        {
            foreach (int threads in new[] { 1, 2, 3 })
            {
                With(bits, threads, () =>
                {
                    byte[] actual = System.Runtime.InteropServices.MemoryMarshal.AsBytes<T>(compute()).ToArray();
                    expected ??= actual;
                    Assert.True(expected.AsSpan().SequenceEqual(actual), $"other bits at {bits} bits and {threads} threads");
                });
            }
        }
    }
}
