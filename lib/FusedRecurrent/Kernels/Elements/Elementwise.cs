using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Elements;

/// <summary>Loops over contiguous elements. The target may be one of the sources, but may not overlap one otherwise.</summary>
internal static unsafe class Elementwise
{
    /// <summary>Below this many elements a second thread does not pay.</summary>
    private const long Grain = 1 << 15;

    /// <summary>y[i] = f(x[i]).</summary>
    internal static void Unary<TOp, T>(T* x, T* y, long n)
        where TOp : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n <= Grain) SimdWidth.Run<UnaryKernel<TOp, T>, T>(new(x, y, n));
        else Workers.For(n, Grain, new UnaryKernel<TOp, T>(x, y, n));
    }

    /// <summary>y[i] = f(a[i·aStep], b[i·bStep]); a step is 1, or 0 to repeat one value.</summary>
    internal static void Binary<TOp, T>(T* a, int aStep, T* b, int bStep, T* y, long n)
        where TOp : struct, IBinary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n <= Grain) SimdWidth.Run<BinaryKernel<TOp, T>, T>(new(a, aStep, b, bStep, y, n));
        else Workers.For(n, Grain, new BinaryKernel<TOp, T>(a, aStep, b, bStep, y, n));
    }

    /// <summary>y[i] = f(a[i], b[i]).</summary>
    internal static void Binary<TOp, T>(T* a, T* b, T* y, long n)
        where TOp : struct, IBinary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Binary<TOp, T>(a, 1, b, 1, y, n);

    /// <summary>Row by row y[r, j] = f(a[r, j], row[j]): adds a bias, say.</summary>
    internal static void BinaryRows<TOp, T>(T* a, T* row, T* y, long rows, long columns)
        where TOp : struct, IBinary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Workers.For(rows, Math.Max(1, Grain / Math.Max(1, columns)), (from, to) =>
        {
            for (long r = from; r < to; r++)
            {
                SimdWidth.Run<BinaryKernel<TOp, T>, T>(new(a + (r * columns), 1, row, 1, y + (r * columns), columns));
            }
        });
    }

    /// <summary>y[i] += factor·x[i], fused.</summary>
    internal static void AddScaled<T>(T* x, T factor, T* y, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n <= Grain) SimdWidth.Run<AddScaledKernel<T>, T>(new(x, factor, y, n));
        else Workers.For(n, Grain, new AddScaledKernel<T>(x, factor, y, n));
    }

    private readonly struct UnaryKernel<TOp, T>(T* x, T* y, long n) : IKernel<T>, IRangeWork
        where TOp : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => SimdWidth.Run<UnaryKernel<TOp, T>, T>(new(x + from, y + from, to - from));

        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            for (; i <= n - V.Count; i += V.Count)
            {
                V.Store(TOp.Apply(V.Load(x + i)), y + i);
            }

            for (; i < n; i++)
            {
                Simd1<T>.Store(TOp.Apply(Simd1<T>.Load(x + i)), y + i);
            }
        }
    }

    private readonly struct BinaryKernel<TOp, T>(T* a, int aStep, T* b, int bStep, T* y, long n) : IKernel<T>, IRangeWork
        where TOp : struct, IBinary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => SimdWidth.Run<BinaryKernel<TOp, T>, T>(
            new(a + (from * aStep), aStep, b + (from * bStep), bStep, y + from, to - from));

        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            if (n >= V.Count)
            {
                if (aStep == 1 && bStep == 1)
                {
                    for (; i <= n - V.Count; i += V.Count)
                    {
                        V.Store(TOp.Apply(V.Load(a + i), V.Load(b + i)), y + i);
                    }
                }
                else if (aStep == 1)
                {
                    var all = V.Create(*b);
                    for (; i <= n - V.Count; i += V.Count)
                    {
                        V.Store(TOp.Apply(V.Load(a + i), all), y + i);
                    }
                }
                else if (bStep == 1)
                {
                    var all = V.Create(*a);
                    for (; i <= n - V.Count; i += V.Count)
                    {
                        V.Store(TOp.Apply(all, V.Load(b + i)), y + i);
                    }
                }
            }

            for (; i < n; i++)
            {
                Simd1<T>.Store(TOp.Apply(Simd1<T>.Load(a + (i * aStep)), Simd1<T>.Load(b + (i * bStep))), y + i);
            }
        }
    }

    private readonly struct AddScaledKernel<T>(T* x, T factor, T* y, long n) : IKernel<T>, IRangeWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => SimdWidth.Run<AddScaledKernel<T>, T>(new(x + from, factor, y + from, to - from));

        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            var all = V.Create(factor);
            for (; i <= n - V.Count; i += V.Count)
            {
                V.Store(V.Fma(all, V.Load(x + i), V.Load(y + i)), y + i);
            }

            for (; i < n; i++)
            {
                y[i] = T.FusedMultiplyAdd(factor, x[i], y[i]);
            }
        }
    }
}
