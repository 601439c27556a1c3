using FusedRecurrent.Kernels.Lookup;
using FusedRecurrent.Kernels.Losses;
using FusedRecurrent.Kernels.Optimizers;
using FusedRecurrent.Kernels.Products;
using FusedRecurrent.Kernels.Reductions;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Tests.Kernels;

/// <summary>Nothing, one, primes, and one more or less than a vector or a block: against plain loops, with the same bits at every width.</summary>
[Collection(KernelSettings.Name)]
public sealed unsafe class EdgeShapeTests
{
    private static readonly int[] Sizes = [0, 1, 2, 3, 5, 6, 7, 15, 16, 17, 31, 63, 64, 65, 97, 1009];

    /// <summary>Around a block of a reduction, and the share of a thread.</summary>
    private static readonly int[] LargeSizes = [16_383, 16_385, 32_767, 32_768, 32_769, 65_537];

    private static readonly int[] Few = [0, 1, 2, 5, 6, 7, 13];

    [Fact]
    public void Sums_dot_products_and_extremes_of_any_length()
    {
        foreach (int n in Sizes.Concat(LargeSizes))
        {
            double[] a = Numbers(n, 1), b = Numbers(n, 2);
            KernelSettings.AssertSameBits<double>(() =>
            {
                fixed (double* pa = a, pb = b)
                {
                    double[] results = [Reduction.Sum(pa, n), Reduction.Dot(pa, pb, n), Reduction.SumOfSquares(pa, n), Reduction.Max(pa, n), Reduction.Min(pa, n)];
                    double[] expected =
                    [
                        a.Sum(), a.Zip(b, (x, y) => x * y).Sum(), a.Sum(x => x * x),
                        n == 0 ? double.NegativeInfinity : a.Max(), n == 0 ? double.PositiveInfinity : a.Min(),
                    ];
                    for (int i = 0; i < expected.Length; i++) Near(expected[i], results[i], n);
                    return results;
                }
            });
        }
    }

    [Fact]
    public void Sums_over_and_along_rows_and_softmax_of_any_shape()
    {
        foreach (int rows in Few)
        {
            foreach (int columns in Sizes)
            {
                double[] x = Numbers(rows * columns, 3);
                KernelSettings.AssertSameBits<double>(() =>
                {
                    double[] over = new double[columns], along = new double[rows], softmax = new double[x.Length], logSoftmax = new double[x.Length];
                    fixed (double* px = x, po = over, pa = along, ps = softmax, pl = logSoftmax)
                    {
                        RowReduction.SumOverRows(px, rows, columns, columns, po);
                        RowReduction.SumAlongRows(px, rows, columns, pa);
                        RowReduction.Softmax(px, ps, rows, columns);
                        RowReduction.LogSoftmax(px, pl, rows, columns);
                    }

                    for (int j = 0; j < columns; j++) Near(Enumerable.Range(0, rows).Sum(r => x[(r * columns) + j]), over[j], rows);
                    for (int r = 0; r < rows; r++)
                    {
                        var row = x.AsSpan(r * columns, columns).ToArray();
                        Near(row.Sum(), along[r], columns);
                        double total = row.Sum(Math.Exp);
                        for (int j = 0; j < columns; j++)
                        {
                            Near(Math.Exp(row[j]) / total, softmax[(r * columns) + j], columns);
                            Near(row[j] - Math.Log(total), logSoftmax[(r * columns) + j], columns);
                        }
                    }

                    return [.. over, .. along, .. softmax, .. logSoftmax];
                });
            }
        }
    }

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

    [Fact]
    public void Rows_of_a_table_and_their_gradient()
    {
        foreach (int count in Few.Append(611))
        {
            foreach (int width in Sizes.Where(n => n > 0 && n < 100))
            {
                const int TableRows = 11, Padding = 4;
                float[] table = [.. Numbers(TableRows * width, 4).Select(x => (float)x)];
                float[] dy = [.. Numbers(count * width, 5).Select(x => (float)x)];
                long[] index = [.. Enumerable.Range(0, count).Select(i => (long)(i * 7 % TableRows))];
                KernelSettings.AssertSameBits<float>(() =>
                {
                    float[] y = new float[count * width], dTable = new float[table.Length], expected = new float[table.Length];
                    fixed (float* pt = table, pdy = dy, py = y, pd = dTable)
                    fixed (long* pi = index)
                    {
                        EmbeddingKernel.Forward(pt, pi, count, width, py);
                        EmbeddingKernel.Backward(pdy, pi, count, width, pd, TableRows, Padding);
                    }

                    for (int i = 0; i < y.Length; i++)
                    {
                        Assert.Equal(table[(index[i / width] * width) + (i % width)], y[i]);
                        if (index[i / width] != Padding) expected[(index[i / width] * width) + (i % width)] += dy[i];
                    }

                    Assert.Equal(expected, dTable);
                    return dTable;
                });
            }
        }
    }

    [Fact]
    public void Steps_of_every_optimizer_on_any_number_of_elements()
    {
        foreach (int n in Sizes.Append(16_385))
        {
            double[] p = Numbers(n, 6), g = Numbers(n, 7);
            KernelSettings.AssertSameBits<double>(() =>
            {
                double[] sgd = [.. p], speed = new double[n], adam = [.. p], m = new double[n], v = new double[n], rms = [.. p], square = new double[n];
                fixed (double* pg = g, ps = sgd, pb = speed, pa = adam, pm = m, pv = v, pr = rms, pq = square)
                {
                    SgdKernel.Run(ps, pg, pb, n, new SgdStep(0.1, 0.9, 0, 0.01, Nesterov: false, Maximize: false, First: true));
                    AdamKernel.Run(pa, pg, pm, pv, null, n, new AdamStep(0.1, 0.9, 0.999, 1e-8, 0, Decoupled: false, Maximize: false, Step: 1));
                    RmsPropKernel.Run(pr, pg, pq, null, null, n, new RmsPropStep(0.1, 0.99, 1e-8, 0, 0, Maximize: false));
                }

                for (int i = 0; i < n; i++)
                {
                    // The first steps, by hand: momentum starts as the gradient; Adam's means, corrected, are g and g².
                    Near(p[i] - (0.1 * (g[i] + (0.01 * p[i]))), sgd[i], 1);
                    Near(p[i] - (0.1 * g[i] / (Math.Abs(g[i]) + 1e-8)), adam[i], 1);
                    Near(p[i] - (0.1 * g[i] / (Math.Sqrt(0.01 * g[i] * g[i]) + 1e-8)), rms[i], 1);
                }

                return [.. sgd, .. adam, .. rms];
            });
        }
    }

    [Fact]
    public void Losses_of_any_number_of_rows_and_classes()
    {
        foreach (int rows in Few)
        {
            foreach (int classes in Sizes.Where(n => n > 0))
            {
                double[] x = Numbers(rows * classes, 8);
                long[] target = [.. Enumerable.Range(0, rows).Select(r => r == 1 ? -100L : r * 5 % classes)];
                KernelSettings.AssertSameBits<double>(() =>
                {
                    double[] loss = new double[rows], log = new double[rows], ones = [.. Enumerable.Repeat(1.0, rows)], dx = new double[x.Length];
                    fixed (double* px = x, pl = loss, plog = log, po = ones, pdx = dx)
                    fixed (long* pt = target)
                    {
                        CrossEntropyKernel.Forward(px, rows, classes, pt, null, -100, 0, pl, plog);
                        CrossEntropyKernel.Backward(px, plog, rows, classes, pt, null, -100, 0, po, pdx);
                    }

                    for (int r = 0; r < rows; r++)
                    {
                        var row = x.AsSpan(r * classes, classes).ToArray();
                        bool counts = target[r] >= 0;
                        Near(counts ? Math.Log(row.Sum(Math.Exp)) - row[target[r]] : 0, loss[r], classes);
                        for (int c = 0; c < classes; c++)
                        {
                            double expected = counts ? (Math.Exp(row[c]) / row.Sum(Math.Exp)) - (c == target[r] ? 1 : 0) : 0;
                            Near(expected, dx[(r * classes) + c], classes);
                        }
                    }

                    return [.. loss, .. dx];
                });
            }
        }
    }

    [Fact]
    public void Binary_losses_of_any_number_of_elements()
    {
        foreach (int n in Sizes)
        {
            double[] x = Numbers(n, 9), y = [.. Numbers(n, 10).Select(Math.Abs)], scale = [.. Enumerable.Repeat(0.5, n)];
            KernelSettings.AssertSameBits<double>(() =>
            {
                double[] loss = new double[n], dx = new double[n];
                fixed (double* px = x, py = y, ps = scale, pl = loss, pdx = dx)
                {
                    BinaryCrossEntropyKernel.Forward(px, py, null, pl, n);
                    BinaryCrossEntropyKernel.Backward(px, py, null, ps, pdx, n);
                }

                for (int i = 0; i < n; i++)
                {
                    double p = 1 / (1 + Math.Exp(-x[i]));
                    Near(-(y[i] * Math.Log(p)) - ((1 - y[i]) * Math.Log(1 - p)), loss[i], 1);
                    Near(0.5 * (p - y[i]), dx[i], 1);
                }

                return [.. loss, .. dx];
            });
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

    private static void Near(double expected, double actual, int terms) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) < 1e-13 * (terms + 4), $"expected {expected:R}, got {actual:R}");
}
