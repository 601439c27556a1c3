using System.Numerics;
using TorchSharp.Kernels.Elements;

namespace TorchSharp.Kernels.Lookup;

/// <summary>Rows of a table picked by index, and the gradient that goes back into the table.</summary>
internal static unsafe class EmbeddingKernel
{
    private const long Grain = 1 << 14;

    /// <summary>y[i] = table[index[i]], rows of <paramref name="width"/> elements. The caller has checked the indices.</summary>
    internal static void Forward<T>(T* table, long* index, long count, long width, T* y)
        where T : unmanaged =>
        Workers.For(count, Math.Max(1, Grain / Math.Max(1, width)), (from, to) =>
        {
            for (long i = from; i < to; i++)
            {
                new ReadOnlySpan<T>(table + (index[i] * width), (int)width).CopyTo(new Span<T>(y + (i * width), (int)width));
            }
        });

    /// <summary>
    /// dTable[index[i]] += dy[i] in rising order of i, whatever the threads: each thread owns a range of table rows. Rows equal to
    /// <paramref name="padding"/> receive nothing (−1 for none). The caller has zeroed dTable or wants to add to it.
    /// </summary>
    internal static void Backward<T>(T* dy, long* index, long count, long width, T* dTable, long tableRows, long padding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long shares = Math.Clamp(count * width / Grain, 1, Workers.Threads);
        Workers.For(shares, 1, (from, to) =>
        {
            long low = from * tableRows / shares;
            long high = to * tableRows / shares;
            for (long i = 0; i < count; i++)
            {
                long row = index[i];
                if (row >= low && row < high && row != padding)
                {
                    T* target = dTable + (row * width);
                    Elementwise.Binary<Add<T>, T>(target, dy + (i * width), target, width);
                }
            }
        });
    }
}
