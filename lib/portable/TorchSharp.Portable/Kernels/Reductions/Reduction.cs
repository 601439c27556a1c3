using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Reductions;

/// <summary>
/// Sums, dot products and extremes of contiguous elements, in one order for every width and thread count: element i goes to lane i mod 64
/// of its block, the lanes of a block are folded as a tree (32, 16, …, 1), and the blocks' results are added from first to last.
/// </summary>
internal static unsafe class Reduction
{
    internal const int Lanes = 64;

    /// <summary>Elements that are folded together before the blocks are added; also the unit of work of a thread.</summary>
    private const long Block = 1 << 15;

    /// <summary>Σ x[i].</summary>
    internal static T Sum<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocks<SumOf<T>, T>(x, x, n);

    /// <summary>Σ a[i]·b[i].</summary>
    internal static T Dot<T>(T* a, T* b, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocks<SumOfProducts<T>, T>(a, b, n);

    /// <summary>Σ x[i]².</summary>
    internal static T SumOfSquares<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocks<SumOfProducts<T>, T>(x, x, n);

    /// <summary>The largest element, NaN if any is; −∞ of none.</summary>
    internal static T Max<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocks<Largest<T>, T>(x, x, n);

    /// <summary>The smallest element, NaN if any is; +∞ of none.</summary>
    internal static T Min<T>(T* x, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Blocks<Smallest<T>, T>(x, x, n);

    private static T Blocks<TFold, T>(T* a, T* b, long n)
        where TFold : struct, IFold<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n > Block)
        {
            return ManyBlocks<TFold, T>(a, b, n);
        }

        T result;
        SimdWidth.Run<FoldKernel<TFold, T>, T>(new(a, b, n, &result));
        return result;
    }

    private static T ManyBlocks<TFold, T>(T* a, T* b, long n)
        where TFold : struct, IFold<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long blocks = (n + Block - 1) / Block;
        using var scratch = Scratch.Rent<T>(blocks);
        T* partial = scratch.Pointer;
        Workers.For(blocks, 1, new BlockFolds<TFold, T>(a, b, n, partial));
        T result = partial[0];
        for (long block = 1; block < blocks; block++)
        {
            result = TFold.Merge<Simd1<T>>(Simd1<T>.Create(result), Simd1<T>.Create(partial[block])).Value;
        }

        return result;
    }

    private readonly struct BlockFolds<TFold, T>(T* a, T* b, long n, T* partial) : IRangeWork
        where TFold : struct, IFold<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (long block = from; block < to; block++)
            {
                long start = block * Block;
                SimdWidth.Run<FoldKernel<TFold, T>, T>(new(a + start, b + start, Math.Min(Block, n - start), partial + block));
            }
        }
    }

    private readonly struct FoldKernel<TFold, T>(T* a, T* b, long n, T* result) : IKernel<T>
        where TFold : struct, IFold<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            T* lanes = stackalloc T[Lanes];
            for (int lane = 0; lane < Lanes; lane += V.Count)
            {
                V.Store(TFold.Start<V>(), lanes + lane);
            }

            // Four vectors of lanes at a time, so that their additions overlap.
            long whole = n - (n % Lanes);
            for (int lane = 0; lane < Lanes && whole > 0; lane += 4 * V.Count)
            {
                V s0 = TFold.Start<V>(), s1 = s0, s2 = s0, s3 = s0;
                for (long i = lane; i < whole; i += Lanes)
                {
                    s0 = TFold.Add(s0, V.Load(a + i), V.Load(b + i));
                    s1 = TFold.Add(s1, V.Load(a + i + V.Count), V.Load(b + i + V.Count));
                    s2 = TFold.Add(s2, V.Load(a + i + (2 * V.Count)), V.Load(b + i + (2 * V.Count)));
                    s3 = TFold.Add(s3, V.Load(a + i + (3 * V.Count)), V.Load(b + i + (3 * V.Count)));
                }

                V.Store(s0, lanes + lane);
                V.Store(s1, lanes + lane + V.Count);
                V.Store(s2, lanes + lane + (2 * V.Count));
                V.Store(s3, lanes + lane + (3 * V.Count));
            }

            for (long i = whole; i < n; i++)
            {
                T* lane = lanes + (i - whole);
                *lane = TFold.Add(Simd1<T>.Load(lane), Simd1<T>.Load(a + i), Simd1<T>.Load(b + i)).Value;
            }

            for (int width = Lanes / 2; width > 0; width /= 2)
            {
                for (int lane = 0; lane < width; lane++)
                {
                    lanes[lane] = TFold.Merge(Simd1<T>.Load(lanes + lane), Simd1<T>.Load(lanes + lane + width)).Value;
                }
            }

            *result = lanes[0];
        }
    }
}
