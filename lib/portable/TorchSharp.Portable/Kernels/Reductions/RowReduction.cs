using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Elements;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Reductions;

/// <summary>Sums over the rows or along the rows of a matrix of contiguous rows, and softmax along rows.</summary>
internal static unsafe class RowReduction
{
    /// <summary>Elements that are worth a thread of their own.</summary>
    private const long Grain = 1 << 14;

    /// <summary>y[j] (+)= Σ over rows r, in rising order, of x[r·stride + j].</summary>
    internal static void SumOverRows<T>(T* x, long rows, long columns, long stride, T* y, bool accumulate = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Workers.For(columns, Math.Max(64, Grain / Math.Max(1, rows)), (from, to) =>
            SimdWidth.Run<ColumnSums<T>, T>(new(x + from, rows, to - from, stride, y + from, accumulate)));
    }

    /// <summary>y[r] = Σ x[r, j], each row as <see cref="Reduction.Sum"/>.</summary>
    internal static void SumAlongRows<T>(T* x, long rows, long columns, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForRows(rows, columns, r => y[r] = Reduction.Sum(x + (r * columns), columns));

    /// <summary>y[r, j] = e^(x[r, j] − m) / Σ e^(x[r, ·] − m), m the row's maximum.</summary>
    internal static void Softmax<T>(T* x, T* y, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForRows(rows, columns, r =>
        {
            T* source = x + (r * columns);
            T* target = y + (r * columns);
            T total = ShiftedExponentials(source, target, columns, Reduction.Max(source, columns));
            Elementwise.Binary<Divide<T>, T>(target, 1, &total, 0, target, columns);
        });

    /// <summary>y[r, j] = x[r, j] − log Σ e^x[r, ·].</summary>
    internal static void LogSoftmax<T>(T* x, T* y, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForRows(rows, columns, r =>
        {
            T* source = x + (r * columns);
            T logSum = LogSumExp(source, y + (r * columns), columns);
            Elementwise.Binary<Subtract<T>, T>(source, 1, &logSum, 0, y + (r * columns), columns);
        });

    /// <summary>dx = y·(dy − Σ dy·y) for y = softmax x.</summary>
    internal static void SoftmaxGradient<T>(T* y, T* dy, T* dx, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForRows(rows, columns, r =>
        {
            long at = r * columns;
            T dot = Reduction.Dot(dy + at, y + at, columns);
            Elementwise.Binary<Subtract<T>, T>(dy + at, 1, &dot, 0, dx + at, columns);
            Elementwise.Binary<Multiply<T>, T>(dx + at, y + at, dx + at, columns);
        });

    /// <summary>dx = dy − e^y·Σ dy for y = log softmax x; dx may not be dy.</summary>
    internal static void LogSoftmaxGradient<T>(T* y, T* dy, T* dx, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForRows(rows, columns, r =>
        {
            long at = r * columns;
            T sum = Reduction.Sum(dy + at, columns);
            Elementwise.Unary<Exponential<T>, T>(y + at, dx + at, columns);
            Elementwise.Binary<Multiply<T>, T>(dx + at, 1, &sum, 0, dx + at, columns);
            Elementwise.Binary<Subtract<T>, T>(dy + at, dx + at, dx + at, columns);
        });

    /// <summary>log Σ e^x of one row: m + log Σ e^(x − m). Needs room for the row in <paramref name="scratch"/>.</summary>
    internal static T LogSumExp<T>(T* x, T* scratch, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T max = Reduction.Max(x, columns);
        if (T.IsInfinity(max))
        {
            return max;
        }

        T total = ShiftedExponentials(x, scratch, columns, max);
        return max + SimdMath.Log<Simd1<T>, T>(Simd1<T>.Create(total)).Value;
    }

    /// <summary>y = e^(x − shift); returns Σ y.</summary>
    private static T ShiftedExponentials<T>(T* x, T* y, long n, T shift)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Elementwise.Binary<Subtract<T>, T>(x, 1, &shift, 0, y, n);
        Elementwise.Unary<Exponential<T>, T>(y, y, n);
        return Reduction.Sum(y, n);
    }

    private static void ForRows(long rows, long columns, Action<long> row) =>
        Workers.For(rows, Math.Max(1, Grain / Math.Max(1, columns)), (from, to) =>
        {
            for (long r = from; r < to; r++)
            {
                row(r);
            }
        });

    private readonly struct ColumnSums<T>(T* x, long rows, long columns, long stride, T* y, bool accumulate) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long j = 0;
            for (; j <= columns - (4 * V.Count); j += 4 * V.Count)
            {
                V s0 = V.Zero, s1 = s0, s2 = s0, s3 = s0;
                if (accumulate)
                {
                    s0 = V.Load(y + j);
                    s1 = V.Load(y + j + V.Count);
                    s2 = V.Load(y + j + (2 * V.Count));
                    s3 = V.Load(y + j + (3 * V.Count));
                }

                T* row = x + j;
                for (long r = 0; r < rows; r++, row += stride)
                {
                    s0 += V.Load(row);
                    s1 += V.Load(row + V.Count);
                    s2 += V.Load(row + (2 * V.Count));
                    s3 += V.Load(row + (3 * V.Count));
                }

                V.Store(s0, y + j);
                V.Store(s1, y + j + V.Count);
                V.Store(s2, y + j + (2 * V.Count));
                V.Store(s3, y + j + (3 * V.Count));
            }

            for (; j <= columns - V.Count; j += V.Count)
            {
                V sum = accumulate ? V.Load(y + j) : V.Zero;
                for (long r = 0; r < rows; r++)
                {
                    sum += V.Load(x + (r * stride) + j);
                }

                V.Store(sum, y + j);
            }

            for (; j < columns; j++)
            {
                T sum = accumulate ? y[j] : T.Zero;
                for (long r = 0; r < rows; r++)
                {
                    sum += x[(r * stride) + j];
                }

                y[j] = sum;
            }
        }
    }
}
