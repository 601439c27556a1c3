using System.Numerics;
using FusedRecurrent.Kernels;

namespace FusedRecurrent.Tests.Kernels;

[Collection(KernelSettings.Name)]
public sealed unsafe class GemmTests
{
    private enum Layout
    {
        Rows,
        Columns,
        Gaps,
    }

    [Fact]
    public void Products_of_floats_are_the_chains_of_fused_additions_they_promise() => CheckRandomProducts<float>(seed: 1);

    [Fact]
    public void Products_of_doubles_are_the_chains_of_fused_additions_they_promise() => CheckRandomProducts<double>(seed: 2);

    [Fact]
    public void Large_products_are_blocked_without_changing_a_bit()
    {
        var random = new Random(3);
        foreach (var (m, n, k) in new[] { (200, 300, 500), (7, 1000, 400), (1000, 3, 170), (130, 64, 1000), (2, 700, 330) })
        {
            Check<float>(random, m, n, k, Layout.Rows, Layout.Columns, accumulate: true);
            Check<float>(random, m, n, k, Layout.Columns, Layout.Rows, accumulate: false);
        }
    }

    [Fact]
    public void Batches_advance_each_operand_by_its_own_stride()
    {
        float[] a = Numbers<float>(new Random(4), 6), b = Numbers<float>(new Random(5), 3 * 12), c = new float[3 * 8];
        fixed (float* pa = a, pb = b, pc = c)
        {
            Gemm.MultiplyBatched(3, 2, 4, 3, pa, 0, 3, 1, pb, 12, 4, 1, pc, 8, 4);
        }

        for (int batch = 0; batch < 3; batch++)
        {
            for (int i = 0; i < 2; i++)
            {
                for (int j = 0; j < 4; j++)
                {
                    float sum = 0;
                    for (int p = 0; p < 3; p++)
                    {
                        sum = MathF.FusedMultiplyAdd(a[(i * 3) + p], b[(batch * 12) + (p * 4) + j], sum);
                    }

                    Assert.Equal(sum, c[(batch * 8) + (i * 4) + j]);
                }
            }
        }
    }

    private static void CheckRandomProducts<T>(int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        foreach (int bits in KernelSettings.Widths)
        {
            foreach (int threads in new[] { 1, 3 })
            {
                KernelSettings.With(bits, threads, () =>
                {
                    for (int round = 0; round < 60; round++)
                    {
                        Check<T>(
                            random, random.Next(1, 40), random.Next(1, 150), random.Next(0, 40),
                            (Layout)random.Next(3), (Layout)random.Next(3), random.Next(2) == 0);
                    }

                    Check<T>(random, 90, 130, 330, Layout.Gaps, Layout.Gaps, accumulate: true);
                });
            }
        }
    }

    private static void Check<T>(Random random, int m, int n, int k, Layout layoutA, Layout layoutB, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (aRow, aColumn) = Strides(layoutA, m, k);
        var (bRow, bColumn) = Strides(layoutB, k, n);
        int cRow = n + random.Next(3);
        T[] a = Numbers<T>(random, (m * aRow) + (k * aColumn) + 1), b = Numbers<T>(random, (k * bRow) + (n * bColumn) + 1);
        T[] c = Numbers<T>(random, m * cRow), expected = (T[])c.Clone();
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                T sum = accumulate ? c[(i * cRow) + j] : T.Zero;
                for (int p = 0; p < k; p++)
                {
                    sum = T.FusedMultiplyAdd(a[(i * aRow) + (p * aColumn)], b[(p * bRow) + (j * bColumn)], sum);
                }

                expected[(i * cRow) + j] = sum;
            }
        }

        fixed (T* pa = a, pb = b, pc = c)
        {
            Gemm.Multiply(m, n, k, pa, aRow, aColumn, pb, bRow, bColumn, pc, cRow, accumulate);
        }

        Assert.True(expected.AsSpan().SequenceEqual(c), $"{m}×{n}×{k}, A by {layoutA}, B by {layoutB}, accumulate {accumulate}");
    }

    private static (int Row, int Column) Strides(Layout layout, int rows, int columns) => layout switch
    {
        Layout.Rows => (columns, 1),
        Layout.Columns => (1, rows),
        _ => ((columns * 2) + 3, 2),
    };

    private static T[] Numbers<T>(Random random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.NextDouble() - 0.5))];
}
