using System.Numerics;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Products;

/// <summary>
/// One product C (+)= A·B, cut into blocks that fit the caches: B in panels of <see cref="BlockK"/> rows that stay in the first-level cache
/// while the rows of A pass by. k is cut too, and C then taken up where the block before left it, which is the same chain of additions.
/// </summary>
internal sealed unsafe class Product<T>(
    long m, long n, long k, T* a, nint aRow, nint aColumn, T* b, long bRow, long bColumn, T* c, nint cRow, bool accumulate)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows of A that are worked on before the next ones are packed.</summary>
    private const long BlockM = 96;

    /// <summary>The deepest part of k that is packed at a time.</summary>
    private const long BlockK = 1024;

    /// <summary>Bytes of B that are packed at a time: a good part of a second-level cache.</summary>
    private const long PackedBytes = 1 << 20;

    internal void Run<V>(int threads)
        where V : struct, ISimd<V, T>
    {
        if (m <= Tiles.MaxRows && bColumn == 1)
        {
            Workers.For(n, (n / threads) + 1, (from, to) => RunUnpacked<V>(from, to));
            return;
        }

        long depth = Math.Min(k, BlockK);
        long blockN = Math.Max(1, PackedBytes / sizeof(T) / depth / Panels<V, T>.Width) * Panels<V, T>.Width;
        using var scratch = Scratch.Rent<T>(Panels<V, T>.Size(depth, Math.Min(n, blockN)));
        T* packed = scratch.Pointer;
        if (threads == 1)
        {
            RunBlocks<V>(new TeamMember(null, 0, 1), packed, blockN);
            return;
        }

        Workers.Run(threads, member => RunBlocks<V>(member, packed, blockN));
    }

    private void RunBlocks<V>(TeamMember member, T* packed, long blockN)
        where V : struct, ISimd<V, T>
    {
        for (long j = 0; j < n; j += blockN)
        {
            for (long p = 0; p < k; p += BlockK)
            {
                long depth = Math.Min(BlockK, k - p);
                var panels = new Panels<V, T>(packed, depth, Math.Min(blockN, n - j));
                var (first, last) = member.Share(panels.Count);
                panels.Pack((int)first, (int)last, 0, depth, b + (p * bRow) + (j * bColumn), bRow, bColumn);
                member.Wait();

                if (m >= 4 * Tiles.MaxRows * member.Size || panels.Count < member.Size)
                {
                    var (from, to) = member.Share(m, Tiles.MaxRows);
                    Compute(panels, 0, panels.Count, from, to, j, p);
                }
                else
                {
                    Compute(panels, (int)first, (int)last, 0, m, j, p);
                }

                member.Wait();
            }
        }
    }

    /// <summary>Rows [from, to) of C in panels [first, last), for the block of B that is packed, which begins at row p and column j.</summary>
    private void Compute<V>(Panels<V, T> panels, int first, int last, long from, long to, long j, long p)
        where V : struct, ISimd<V, T>
    {
        long step = Tiles.BlockBytes / (Panels<V, T>.Width * sizeof(T));
        bool packsRows = aColumn != 1 && last - first > 1;
        using var scratch = Scratch.Rent<T>(packsRows ? BlockM * step : 0);
        for (long i = from; i < to; i += BlockM)
        {
            long rows = Math.Min(BlockM, to - i);
            for (long q = 0; q < panels.K; q += step)
            {
                long depth = Math.Min(step, panels.K - q);
                T* block = a + (i * aRow) + ((p + q) * aColumn);
                nint row = aRow, column = aColumn;
                if (packsRows)
                {
                    // Packed [k][rows]: a tile then reads neighbouring numbers.
                    PackRows(block, rows, depth, scratch.Pointer);
                    block = scratch.Pointer;
                    row = 1;
                    column = (nint)rows;
                }

                for (int panel = first; panel < last; panel++)
                {
                    T* target = c + (i * cRow) + j + ((long)panel * Panels<V, T>.Width);
                    RunPanel(panels, panel, q, depth, rows, block, row, column, target, accumulate || p + q > 0);
                }
            }
        }
    }

    private void PackRows(T* block, long rows, long depth, T* target)
    {
        if (aRow == 1)
        {
            for (long p = 0; p < depth; p++)
            {
                new ReadOnlySpan<T>(block + (p * aColumn), (int)rows).CopyTo(new Span<T>(target + (p * rows), (int)rows));
            }

            return;
        }

        for (long p = 0; p < depth; p++)
        {
            for (long i = 0; i < rows; i++)
            {
                target[(p * rows) + i] = block[(i * aRow) + (p * aColumn)];
            }
        }
    }

    private void RunPanel<V>(
        Panels<V, T> panels, int panel, long firstRow, long depth, long rows, T* block, nint row, nint column, T* target, bool more)
        where V : struct, ISimd<V, T>
    {
        int vectors = panels.Vectors(panel), columns = panels.Columns(panel), width = vectors * V.Count;
        T* source = panels.At(panel) + (firstRow * width);
        if (columns == width)
        {
            Tiles.Run<V, T>(
                vectors, rows, depth, block, row, column, 0, null, 0, 0, source, width, more ? target : null, cRow, target, cRow);
            return;
        }

        // The last panel reaches beyond C: work beside it and copy.
        T* edge = stackalloc T[Tiles.MaxRows * width];
        while (rows > 0)
        {
            int height = Tiles.Height(rows);
            for (int i = 0; i < height && more; i++)
            {
                new ReadOnlySpan<T>(target + (i * cRow), columns).CopyTo(new Span<T>(edge + (i * width), width));
            }

            Tiles.Run<V, T>(
                vectors, height, depth, block, row, column, 0, null, 0, 0, source, width, more ? edge : null, width, edge, width);
            for (int i = 0; i < height; i++)
            {
                new ReadOnlySpan<T>(edge + (i * width), columns).CopyTo(new Span<T>(target + (i * cRow), columns));
            }

            rows -= height;
            block += height * row;
            target += height * cRow;
        }
    }

    /// <summary>
    /// Columns [from, to) of so few rows that packing B would cost more than it saves: only the columns that do not fill a vector are packed.
    /// </summary>
    private void RunUnpacked<V>(long from, long to)
        where V : struct, ISimd<V, T>
    {
        long whole = from + ((to - from) / V.Count * V.Count);
        for (long j = from; j < whole;)
        {
            int vectors = (int)Math.Min(Tiles.PanelVectors, (whole - j) / V.Count);
            Tiles.Run<V, T>(
                vectors, m, k, a, aRow, aColumn, 0, null, 0, 0, b + j, (nint)bRow, accumulate ? c + j : null, cRow, c + j, cRow);
            j += vectors * V.Count;
        }

        if (whole < to)
        {
            using var scratch = Scratch.Rent<T>(Panels<V, T>.Size(k, to - whole));
            var rest = new Panels<V, T>(scratch.Pointer, k, to - whole);
            rest.Pack(0, 1, 0, k, b + whole, bRow, bColumn);
            RunPanel(rest, 0, 0, k, m, a, aRow, aColumn, c + whole, accumulate);
        }
    }
}
