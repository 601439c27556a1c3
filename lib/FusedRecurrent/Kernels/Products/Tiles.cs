using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Products;

/// <summary>
/// Runs <see cref="Tile"/> down all rows of one panel of columns, cutting the rows as evenly as the tile's height allows.
/// </summary>
internal static unsafe class Tiles
{
    /// <summary>The tallest tile.</summary>
    internal const int MaxRows = 6;

    /// <summary>
    /// What of a panel is worked on at a time: little more than the first-level cache. A panel is read from front to back, which the
    /// second-level cache keeps up with, while every cut costs a trip of C through memory.
    /// </summary>
    internal const int BlockBytes = 1 << 16;

    /// <summary>Vectors across a full panel: 6×4 accumulators need 32 registers, 6×2 fit in 16.</summary>
    internal static int PanelVectors => Vector512.IsHardwareAccelerated || AdvSimd.IsSupported ? 4 : 2;

    /// <summary>As <see cref="Tile.Run"/>, for any number of rows and 1 to 4 vectors of columns.</summary>
    internal static void Run<V, T>(
        int vectors, long m, long k1, T* a1, nint aRow1, nint aColumn1, long k2, T* a2, nint aRow2, nint aColumn2,
        T* b, nint bRow, T* start, nint startRow, T* c, nint cRow)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (vectors)
        {
            case 1: Rows<V, T, One>(m, k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow); break;
            case 2: Rows<V, T, Two>(m, k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow); break;
            case 3: Rows<V, T, Three>(m, k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow); break;
            default: Rows<V, T, Four>(m, k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow); break;
        }
    }

    /// <summary>
    /// As <see cref="Run{V,T}(int, long, long, T*, nint, nint, long, T*, nint, nint, T*, nint, T*, nint, T*, nint)"/> with one stretch
    /// of k, cut so that the panel's part in use stays in the first-level cache while the rows pass by.
    /// </summary>
    internal static void RunBlocked<V, T>(
        int vectors, long m, long k, T* a, nint aRow, nint aColumn, T* b, nint bRow, T* start, nint startRow, T* c, nint cRow)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long block = Math.Max(1, m <= MaxRows ? k : BlockBytes / (bRow * sizeof(T))); // k may be 0: then c = start
        for (long p = 0; p == 0 || p < k; p += block)
        {
            Run<V, T>(
                vectors, m, Math.Min(block, k - p), a + (p * aColumn), aRow, aColumn, 0, null, 0, 0, b + (p * bRow), bRow,
                p == 0 ? start : c, p == 0 ? startRow : cRow, c, cRow);
        }
    }

    /// <summary>The height of the next tile when <paramref name="rows"/> rows remain.</summary>
    internal static int Height(long rows)
    {
        long tiles = (rows + MaxRows - 1) / MaxRows;
        return (int)((rows + tiles - 1) / tiles);
    }

    private static void Rows<V, T, C>(
        long m, long k1, T* a1, nint aRow1, nint aColumn1, long k2, T* a2, nint aRow2, nint aColumn2,
        T* b, nint bRow, T* start, nint startRow, T* c, nint cRow)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where C : struct, ISize
    {
        while (m > 0)
        {
            int height = Height(m);
            switch (height)
            {
                case 1:
                    Tile.Run<V, T, One, C>(k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow);
                    break;
                case 2:
                    Tile.Run<V, T, Two, C>(k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow);
                    break;
                case 3:
                    Tile.Run<V, T, Three, C>(k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow);
                    break;
                case 4:
                    Tile.Run<V, T, Four, C>(k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow);
                    break;
                case 5:
                    Tile.Run<V, T, Five, C>(k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow);
                    break;
                default:
                    Tile.Run<V, T, Six, C>(k1, a1, aRow1, aColumn1, k2, a2, aRow2, aColumn2, b, bRow, start, startRow, c, cRow);
                    break;
            }

            m -= height;
            a1 += height * aRow1;
            a2 += height * aRow2;
            c += height * cRow;
            if (start != null)
            {
                start += height * startRow;
            }
        }
    }
}
