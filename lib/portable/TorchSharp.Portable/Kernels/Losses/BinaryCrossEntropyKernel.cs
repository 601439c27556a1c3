using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Losses;

/// <summary>
/// Binary cross-entropy of a logit x against a target y with weight p of the positive class:
/// (1−y)·x + (1 + (p−1)·y)·(log(1 + e^−|x|) + max(−x, 0)).
/// </summary>
internal static unsafe class BinaryCrossEntropyKernel
{
    /// <summary>loss[i] from x[i] and y[i]; <paramref name="positive"/> holds p for each element, or is null for 1.</summary>
    internal static void Forward<T>(T* x, T* y, T* positive, T* loss, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SimdWidth.Run<ForwardKernel<T>, T>(new(x, y, positive, loss, n));

    /// <summary>dx[i] = scale[i]·((1−y)  − (1 + (p−1)·y)·sigmoid(−x)).</summary>
    internal static void Backward<T>(T* x, T* y, T* positive, T* scale, T* dx, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => SimdWidth.Run<BackwardKernel<T>, T>(new(x, y, positive, scale, dx, n));

    private readonly struct ForwardKernel<T>(T* x, T* y, T* positive, T* loss, long n) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            for (; i <= n - V.Count; i += V.Count)
            {
                Step<V>(i);
            }

            for (; i < n; i++)
            {
                Step<Simd1<T>>(i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Step<V>(long i)
            where V : struct, ISimd<V, T>
        {
            V logit = V.Load(x + i), label = V.Load(y + i), one = V.Constant(1);
            V p = positive == null ? one : V.Load(positive + i);
            V factor = V.Fma(p - one, label, one);
            V softplus = SimdMath.Log1P<V, T>(SimdMath.Exp<V, T>(-V.Abs(logit))) + SimdMath.Max<V, T>(-logit, V.Zero);
            V.Store(V.Fma(one - label, logit, factor * softplus), loss + i);
        }
    }

    private readonly struct BackwardKernel<T>(T* x, T* y, T* positive, T* scale, T* dx, long n) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            for (; i <= n - V.Count; i += V.Count)
            {
                Step<V>(i);
            }

            for (; i < n; i++)
            {
                Step<Simd1<T>>(i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Step<V>(long i)
            where V : struct, ISimd<V, T>
        {
            V logit = V.Load(x + i), label = V.Load(y + i), one = V.Constant(1);
            V p = positive == null ? one : V.Load(positive + i);
            V factor = V.Fma(p - one, label, one);
            V slope = V.Fma(-factor, SimdMath.Sigmoid<V, T>(-logit), one - label);
            V.Store(V.Load(scale + i) * slope, dx + i);
        }
    }
}
