using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Optimizers;

/// <summary>The numbers of one step of stochastic gradient descent.</summary>
/// <param name="LearningRate">The step size.</param>
/// <param name="Momentum">Decay of the velocity; 0 for none.</param>
/// <param name="Dampening">Taken off the gradient's share of the velocity.</param>
/// <param name="WeightDecay">Added to the gradient as decay·p.</param>
/// <param name="Nesterov">Whether to look ahead along the velocity.</param>
/// <param name="Maximize">Whether to climb.</param>
/// <param name="First">Whether the velocity starts as this step's gradient.</param>
internal readonly record struct SgdStep(
    double LearningRate, double Momentum, double Dampening, double WeightDecay, bool Nesterov, bool Maximize, bool First);

/// <summary>One step of SGD: b ← μb + (1−τ)g, p ← p − lr·b (or lr·(g + μb) with Nesterov's look-ahead).</summary>
internal static unsafe class SgdKernel
{
    private const long Grain = 1 << 14;

    /// <summary>Updates p, and the velocity where momentum is not 0 (else it may be null).</summary>
    internal static void Run<T>(T* p, T* g, T* velocity, long n, SgdStep step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n <= Grain)
        {
            SimdWidth.Run<Kernel<T>, T>(new(p, g, velocity, n, step));
        }
        else
        {
            Workers.For(n, Grain, new Kernel<T>(p, g, velocity, n, step));
        }
    }

    private readonly struct Kernel<T>(T* p, T* g, T* velocity, long n, SgdStep step) : IKernel<T>, IRangeWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => SimdWidth.Run<Kernel<T>, T>(new(
            p + from, g + from, velocity == null ? null : velocity + from, to - from, step));

        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            for (; i <= n - V.Count; i += V.Count)
            {
                Update<V>(i);
            }

            for (; i < n; i++)
            {
                Update<Simd1<T>>(i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Update<V>(long i)
            where V : struct, ISimd<V, T>
        {
            V parameter = V.Load(p + i);
            V direction = V.Constant(step.Maximize ? -1 : 1) * V.Load(g + i);
            direction = V.Fma(V.Constant(step.WeightDecay), parameter, direction);
            if (step.Momentum != 0)
            {
                V momentum = V.Constant(step.Momentum);
                V speed = step.First
                    ? direction
                    : V.Fma(V.Constant(1 - step.Dampening), direction, V.Load(velocity + i) * momentum);
                V.Store(speed, velocity + i);
                direction = step.Nesterov ? V.Fma(momentum, speed, direction) : speed;
            }

            V.Store(V.Fma(V.Constant(-step.LearningRate), direction, parameter), p + i);
        }
    }
}
