using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>Sums taken up by what is there.</summary>
internal static unsafe class Accumulate
{
    /// <summary>y[i] += x[i].</summary>
    [MethodImpl(Hot.Loop)]
    internal static void Add<V, T>(T* x, T* y, long n)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long i = 0;
        for (; i <= n - V.Count; i += V.Count)
        {
            V.Store(V.Load(x + i) + V.Load(y + i), y + i);
        }

        for (; i < n; i++)
        {
            y[i] += x[i];
        }
    }
}
