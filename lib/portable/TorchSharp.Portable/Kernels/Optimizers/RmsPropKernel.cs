using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Optimizers;

/// <summary>The numbers of one RMSProp step.</summary>
/// <param name="LearningRate">The step size.</param>
/// <param name="Alpha">Decay of the mean of squared gradients.</param>
/// <param name="Epsilon">Added to the root.</param>
/// <param name="WeightDecay">Added to the gradient as decay·p.</param>
/// <param name="Momentum">Decay of the velocity; 0 for none.</param>
/// <param name="Maximize">Whether to climb.</param>
internal readonly record struct RmsPropStep(
    double LearningRate, double Alpha, double Epsilon, double WeightDecay, double Momentum, bool Maximize);

/// <summary>
/// One step of RMSProp: v ← αv + (1−α)g², d = g / (√v + ε) (centred: √(v − ḡ²) with ḡ ← αḡ + (1−α)g), p ← p − lr·d, or with momentum
/// b ← μb + d, p ← p − lr·b.
/// </summary>
internal static unsafe class RmsPropKernel
{
    private const long Grain = 1 << 14;

    /// <summary>Updates p and v, the mean gradient where it is not null (centred), and the velocity where it is not null (momentum).</summary>
    internal static void Run<T>(T* p, T* g, T* v, T* mean, T* velocity, long n, RmsPropStep step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n <= Grain)
        {
            SimdWidth.Run<Kernel<T>, T>(new(p, g, v, mean, velocity, n, step));
        }
        else
        {
            Workers.For(n, Grain, new Kernel<T>(p, g, v, mean, velocity, n, step));
        }
    }

    private readonly struct Kernel<T>(T* p, T* g, T* v, T* mean, T* velocity, long n, RmsPropStep step) : IKernel<T>, IRangeWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => SimdWidth.Run<Kernel<T>, T>(new(
            p + from, g + from, v + from, mean == null ? null : mean + from, velocity == null ? null : velocity + from, to - from, step));

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
            V gradient = V.Constant(step.Maximize ? -1 : 1) * V.Load(g + i);
            gradient = V.Fma(V.Constant(step.WeightDecay), parameter, gradient);
            V alpha = V.Constant(step.Alpha), rest = V.Constant(1 - step.Alpha);
            V square = V.Fma(rest * gradient, gradient, V.Load(v + i) * alpha);
            V.Store(square, v + i);
            if (mean != null)
            {
                V centre = V.Fma(rest, gradient, V.Load(mean + i) * alpha);
                V.Store(centre, mean + i);
                square = V.Fma(-centre, centre, square);
            }

            V direction = gradient / (V.Sqrt(square) + V.Constant(step.Epsilon));
            if (velocity != null)
            {
                direction = V.Fma(V.Load(velocity + i), V.Constant(step.Momentum), direction);
                V.Store(direction, velocity + i);
            }

            V.Store(V.Fma(V.Constant(-step.LearningRate), direction, parameter), p + i);
        }
    }
}
