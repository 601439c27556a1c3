using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Optimizers;

/// <summary>
/// Σx², in as many partial sums as the widest unrolled vectors would have, whatever the width of the vectors at hand: the same bits for
/// all.
/// </summary>
internal readonly unsafe struct SumOfSquares<T>(T* x, long n, double* result) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Lanes = 64;

    [MethodImpl(Hot.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        T* sums = stackalloc T[Lanes];
        new Span<T>(sums, Lanes).Clear();
        long i = 0;
        for (; i <= n - Lanes; i += Lanes)
        {
            for (int lane = 0; lane < Lanes; lane += V.Count)
            {
                V value = V.Load(x + i + lane);
                V.Store(V.Fma(value, value, V.Load(sums + lane)), sums + lane);
            }
        }

        double sum = 0;
        for (; i < n; i++)
        {
            sum += double.CreateTruncating(x[i]) * double.CreateTruncating(x[i]);
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            sum += double.CreateTruncating(sums[lane]);
        }

        *result = sum;
    }
}
