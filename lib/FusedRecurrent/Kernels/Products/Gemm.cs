using System.Numerics;
using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels;

/// <summary>
/// Matrix products. Every element of C is one chain of fused multiply-adds over k in rising order, so results do not depend on vector
/// width, blocking or threads.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Multiplications that are worth waking a thread for.</summary>
    private const long ThreadGrain = 1 << 17;

    /// <summary>
    /// C = A·B, or C += A·B with <paramref name="accumulate"/>. A is m×k with element (i, p) at a[i·aRow + p·aColumn], B is k×n with
    /// element (p, j) at b[p·bRow + j·bColumn], C is m×n with element (i, j) at c[i·cRow + j]. C must not overlap A or B.
    /// </summary>
    internal static void Multiply<T>(
        long m, long n, long k, T* a, long aRow, long aColumn, T* b, long bRow, long bColumn, T* c, long cRow, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (m == 0 || n == 0)
        {
            return;
        }

        if (k == 0)
        {
            for (long i = 0; i < m && !accumulate; i++)
            {
                new Span<T>(c + (i * cRow), checked((int)n)).Clear();
            }

            return;
        }

        if (n <= 4 && m > 4 * n)
        {
            MultiplyTurned(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, cRow, accumulate);
            return;
        }

        var product = new Product<T>(m, n, k, a, (nint)aRow, (nint)aColumn, b, bRow, bColumn, c, (nint)cRow, accumulate);
        SimdWidth.Run<ProductKernel<T>, T>(new(product, ThreadsFor(m, n, k)));
    }

    /// <summary><paramref name="batch"/> products of the same shape, each operand advancing by its own stride (0 repeats it; C may not repeat).</summary>
    internal static void MultiplyBatched<T>(
        long batch, long m, long n, long k,
        T* a, long aBatch, long aRow, long aColumn,
        T* b, long bBatch, long bRow, long bColumn,
        T* c, long cBatch, long cRow, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long grain = (long)Math.Max(1, ThreadGrain / Math.Max(1, (double)m * n * k));
        Workers.For(batch, grain, (from, to) =>
        {
            for (long i = from; i < to; i++)
            {
                Multiply(m, n, k, a + (i * aBatch), aRow, aColumn, b + (i * bBatch), bRow, bColumn, c + (i * cBatch), cRow, accumulate);
            }
        });
    }

    /// <summary>A few columns only: vectors run over the rows instead, Cᵀ = Bᵀ·Aᵀ.</summary>
    private static void MultiplyTurned<T>(
        long m, long n, long k, T* a, long aRow, long aColumn, T* b, long bRow, long bColumn, T* c, long cRow, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var scratch = Scratch.Rent<T>(m * n);
        T* turned = scratch.Pointer;
        if (accumulate)
        {
            Transpose.Copy(c, m, n, cRow, turned, m);
        }

        var product = new Product<T>(n, m, k, b, (nint)bColumn, (nint)bRow, a, aColumn, aRow, turned, (nint)m, accumulate);
        SimdWidth.Run<ProductKernel<T>, T>(new(product, ThreadsFor(m, n, k)));
        Transpose.Copy(turned, n, m, m, c, cRow);
    }

    private static int ThreadsFor(long m, long n, long k) => (int)Math.Clamp((double)m * n * k / ThreadGrain, 1, Workers.Threads);

    private readonly struct ProductKernel<T>(Product<T> product, int threads) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<V>()
            where V : struct, ISimd<V, T> => product.Run<V>(threads);
    }
}
