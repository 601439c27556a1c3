using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Matrix products. Every element of C is one chain of fused multiply-adds over k in rising order, so results do not depend on vector
/// width, blocking or threads.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>
    /// C = A·B, or C += A·B with <paramref name="accumulate"/>. A is m×k with element (i, p) at a[i·aRow + p·aColumn], B is k×n with
    /// element (p, j) at b[p·bRow + j·bColumn], C is m×n with element (i, j) at c[i·cRow + j]. C must not overlap A or B.
    /// </summary>
    internal static void Multiply<T>(
        long m, long n, long k, T* a, long aRow, long aColumn, T* b, long bRow, long bColumn, T* c, long cRow, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < m; i++)
        {
            for (long j = 0; j < n; j++)
            {
                T sum = accumulate ? c[(i * cRow) + j] : T.Zero;
                for (long p = 0; p < k; p++)
                {
                    sum = T.FusedMultiplyAdd(a[(i * aRow) + (p * aColumn)], b[(p * bRow) + (j * bColumn)], sum);
                }

                c[(i * cRow) + j] = sum;
            }
        }
    }

    /// <summary><paramref name="batch"/> products of the same shape, each operand advancing by its own stride (0 repeats it; C may not repeat).</summary>
    internal static void MultiplyBatched<T>(
        long batch, long m, long n, long k,
        T* a, long aBatch, long aRow, long aColumn,
        T* b, long bBatch, long bRow, long bColumn,
        T* c, long cBatch, long cRow, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long i = 0; i < batch; i++)
        {
            Multiply(m, n, k, a + (i * aBatch), aRow, aColumn, b + (i * bBatch), bRow, bColumn, c + (i * cBatch), cRow, accumulate);
        }
    }
}
