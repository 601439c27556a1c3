using System.Numerics;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Products;

/// <summary>
/// A k×n matrix cut into panels a few vectors wide, each panel's rows one behind the other, so that a tile reads it from front to back.
/// All panels are full but the last, which is as many vectors wide as it needs, its missing columns zero.
/// </summary>
internal readonly unsafe struct Panels<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T* _data;

    internal Panels(T* data, long k, long n)
    {
        _data = data;
        K = k;
        N = n;
    }

    internal long K { get; }

    internal long N { get; }

    /// <summary>Columns of a full panel.</summary>
    internal static int Width => Tiles.PanelVectors * V.Count;

    internal int Count => (int)((N + Width - 1) / Width);

    /// <summary>Elements that the panels of a k×n matrix take.</summary>
    internal static long Size(long k, long n) => k * Padded(n);

    /// <summary>n rounded up to whole vectors.</summary>
    internal static long Padded(long n) => (n + V.Count - 1) / V.Count * V.Count;

    /// <summary>How many vectors across panel p is.</summary>
    internal int Vectors(int p) => (int)Math.Min(Tiles.PanelVectors, (N - ((long)p * Width) + V.Count - 1) / V.Count);

    /// <summary>How many of the matrix's columns panel p holds.</summary>
    internal int Columns(int p) => (int)Math.Min(Width, N - ((long)p * Width));

    internal T* At(int p) => _data + ((long)p * Width * K);

    /// <summary>
    /// Fills rows [row, row + rows) of panels [from, to) with a block of B, whose element (i, j) lies at b[i·bRow + j·bColumn], j counted
    /// from the first column of the matrix.
    /// </summary>
    internal void Pack(int from, int to, long row, long rows, T* b, long bRow, long bColumn)
    {
        for (int p = from; p < to; p++)
        {
            int columns = Columns(p);
            long stride = (long)Vectors(p) * V.Count;
            T* target = At(p) + (row * stride);
            T* source = b + ((long)p * Width * bColumn);
            if (bColumn == 1)
            {
                for (long i = 0; i < rows; i++)
                {
                    new ReadOnlySpan<T>(source + (i * bRow), columns).CopyTo(new Span<T>(target + (i * stride), columns));
                }
            }
            else if (bRow == 1)
            {
                Transpose.Copy(source, columns, rows, bColumn, target, stride);
            }
            else
            {
                for (long i = 0; i < rows; i++)
                {
                    for (long j = 0; j < columns; j++)
                    {
                        target[(i * stride) + j] = source[(i * bRow) + (j * bColumn)];
                    }
                }
            }

            for (long i = 0; i < rows && columns < stride; i++)
            {
                new Span<T>(target + (i * stride) + columns, (int)(stride - columns)).Clear();
            }
        }
    }
}
