using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Products;

/// <summary>
/// The loop that the engine spends its time in: a tile of up to 6 rows by 4 vectors of C, held in registers while k runs. Each element is
/// one chain of fused multiply-adds over k in rising order.
/// </summary>
internal static unsafe class Tile
{
    /// <summary>
    /// C = start + A·B over two stretches of k, A₁·B and then A₂·(B's next rows), the second one empty where it is not needed. A's element
    /// (i, p) lies at a[i·aRow + p·aColumn]; B's row p at b[p·bRow]. C starts from the rows at <paramref name="start"/> (stride 0
    /// repeats one row, a bias; C itself adds to C), or from zero where that is null.
    /// </summary>
    [MethodImpl(Hot.Loop)]
    internal static void Run<V, T, R, C>(
        long k1, T* a1, nint aRow1, nint aColumn1, long k2, T* a2, nint aRow2, nint aColumn2,
        T* b, nint bRow, T* start, nint startRow, T* c, nint cRow)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : struct, ISize
        where C : struct, ISize
    {
        V c00, c01, c02, c03, c10, c11, c12, c13, c20, c21, c22, c23, c30, c31, c32, c33, c40, c41, c42, c43, c50, c51, c52, c53;
        c00 = c01 = c02 = c03 = c10 = c11 = c12 = c13 = c20 = c21 = c22 = c23 = V.Zero;
        c30 = c31 = c32 = c33 = c40 = c41 = c42 = c43 = c50 = c51 = c52 = c53 = V.Zero;
        if (start != null)
        {
            Load<V, T, R, C, One>(ref c00, ref c01, ref c02, ref c03, start);
            Load<V, T, R, C, Two>(ref c10, ref c11, ref c12, ref c13, start + startRow);
            Load<V, T, R, C, Three>(ref c20, ref c21, ref c22, ref c23, start + (2 * startRow));
            Load<V, T, R, C, Four>(ref c30, ref c31, ref c32, ref c33, start + (3 * startRow));
            Load<V, T, R, C, Five>(ref c40, ref c41, ref c42, ref c43, start + (4 * startRow));
            Load<V, T, R, C, Six>(ref c50, ref c51, ref c52, ref c53, start + (5 * startRow));
        }

        long k = k1;
        T* a = a1;
        nint row = aRow1, step = aColumn1;
        for (int stretch = 0; ; stretch++)
        {
            for (; k > 0; k--)
            {
                V b0 = V.Load(b);
                V b1 = C.Value > 1 ? V.Load(b + V.Count) : b0;
                V b2 = C.Value > 2 ? V.Load(b + (2 * V.Count)) : b0;
                V b3 = C.Value > 3 ? V.Load(b + (3 * V.Count)) : b0;
                Step<V, T, R, C, One>(ref c00, ref c01, ref c02, ref c03, a, b0, b1, b2, b3);
                Step<V, T, R, C, Two>(ref c10, ref c11, ref c12, ref c13, a + row, b0, b1, b2, b3);
                Step<V, T, R, C, Three>(ref c20, ref c21, ref c22, ref c23, a + (2 * row), b0, b1, b2, b3);
                Step<V, T, R, C, Four>(ref c30, ref c31, ref c32, ref c33, a + (3 * row), b0, b1, b2, b3);
                Step<V, T, R, C, Five>(ref c40, ref c41, ref c42, ref c43, a + (4 * row), b0, b1, b2, b3);
                Step<V, T, R, C, Six>(ref c50, ref c51, ref c52, ref c53, a + (5 * row), b0, b1, b2, b3);
                a += step;
                b += bRow;
            }

            if (stretch == 1 || k2 == 0)
            {
                break;
            }

            k = k2;
            a = a2;
            row = aRow2;
            step = aColumn2;
        }

        Store<V, T, R, C, One>(c00, c01, c02, c03, c);
        Store<V, T, R, C, Two>(c10, c11, c12, c13, c + cRow);
        Store<V, T, R, C, Three>(c20, c21, c22, c23, c + (2 * cRow));
        Store<V, T, R, C, Four>(c30, c31, c32, c33, c + (3 * cRow));
        Store<V, T, R, C, Five>(c40, c41, c42, c43, c + (4 * cRow));
        Store<V, T, R, C, Six>(c50, c51, c52, c53, c + (5 * cRow));
    }

    /// <summary>One row of the tile takes up a·b, if the tile has that row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<V, T, R, C, Row>(ref V c0, ref V c1, ref V c2, ref V c3, T* a, V b0, V b1, V b2, V b3)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : struct, ISize
        where C : struct, ISize
        where Row : struct, ISize
    {
        if (R.Value < Row.Value)
        {
            return;
        }

        V factor = V.Create(*a);
        c0 = V.Fma(factor, b0, c0);
        if (C.Value > 1)
        {
            c1 = V.Fma(factor, b1, c1);
        }

        if (C.Value > 2)
        {
            c2 = V.Fma(factor, b2, c2);
        }

        if (C.Value > 3)
        {
            c3 = V.Fma(factor, b3, c3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<V, T, R, C, Row>(ref V c0, ref V c1, ref V c2, ref V c3, T* source)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : struct, ISize
        where C : struct, ISize
        where Row : struct, ISize
    {
        if (R.Value < Row.Value)
        {
            return;
        }

        c0 = V.Load(source);
        if (C.Value > 1)
        {
            c1 = V.Load(source + V.Count);
        }

        if (C.Value > 2)
        {
            c2 = V.Load(source + (2 * V.Count));
        }

        if (C.Value > 3)
        {
            c3 = V.Load(source + (3 * V.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V, T, R, C, Row>(V c0, V c1, V c2, V c3, T* target)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where R : struct, ISize
        where C : struct, ISize
        where Row : struct, ISize
    {
        if (R.Value < Row.Value)
        {
            return;
        }

        V.Store(c0, target);
        if (C.Value > 1)
        {
            V.Store(c1, target + V.Count);
        }

        if (C.Value > 2)
        {
            V.Store(c2, target + (2 * V.Count));
        }

        if (C.Value > 3)
        {
            V.Store(c3, target + (3 * V.Count));
        }
    }
}
