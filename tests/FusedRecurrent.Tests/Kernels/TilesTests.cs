using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Tests.Kernels;

/// <summary>Tiles against plain loops, to the bit.</summary>
[Collection(KernelSettings.Name)]
public sealed unsafe class TilesTests
{
    private static readonly int[] Few = [0, 1, 2, 5, 6, 7, 13];

    [Fact]
    public void Tiles_of_every_height_and_width_start_where_they_are_told_even_without_depth()
    {
        foreach (int rows in Few)
        {
            foreach (int depth in new[] { 0, 1, 7, 300 })
            {
                foreach (int vectors in new[] { 1, 2, 3, 4 })
                {
                    CheckTiles<Simd1<float>>(vectors, rows, depth);
                    if (SimdWidth.Widest >= 128) CheckTiles<Simd128<float>>(vectors, rows, depth);
                    if (SimdWidth.Widest >= 256) CheckTiles<Simd256<float>>(vectors, rows, depth);
                    if (SimdWidth.Widest >= 512) CheckTiles<Simd512<float>>(vectors, rows, depth);
                }
            }
        }
    }

    private static void CheckTiles<V>(int vectors, int rows, int depth)
        where V : struct, ISimd<V, float>
    {
        int width = vectors * V.Count;
        float[] a = [.. Numbers(rows * depth, 11).Select(x => (float)x)], b = [.. Numbers(depth * width, 12).Select(x => (float)x)];
        float[] start = [.. Numbers(width, 13).Select(x => (float)x)];
        float[] whole = new float[rows * width], blocked = new float[rows * width];
        fixed (float* pa = a, pb = b, ps = start, pw = whole, pk = blocked)
        {
            Tiles.Run<V, float>(vectors, rows, depth, pa, depth, 1, 0, null, 0, 0, pb, width, ps, 0, pw, width);
            Tiles.RunBlocked<V, float>(vectors, rows, depth, pa, depth, 1, pb, width, ps, 0, pk, width);
        }

        for (int i = 0; i < whole.Length; i++)
        {
            float sum = start[i % width];
            for (int k = 0; k < depth; k++) sum = MathF.FusedMultiplyAdd(a[(i / width * depth) + k], b[(k * width) + (i % width)], sum);
            Assert.Equal(sum, whole[i]);
            Assert.Equal(sum, blocked[i]);
        }
    }

    private static double[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
    }
}
