using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Optimizers;

/// <summary>The numbers of one Adam or AdamW step, t counted from 1.</summary>
/// <param name="LearningRate">The step size.</param>
/// <param name="Beta1">Decay of the mean of gradients.</param>
/// <param name="Beta2">Decay of the mean of squared gradients.</param>
/// <param name="Epsilon">Added to the root.</param>
/// <param name="WeightDecay">Added to the gradient as decay·p (Adam), or taken off p as learning rate·decay·p (AdamW).</param>
/// <param name="Decoupled">True for AdamW.</param>
/// <param name="Maximize">Whether to climb.</param>
/// <param name="Step">t.</param>
internal readonly record struct AdamStep(
    double LearningRate, double Beta1, double Beta2, double Epsilon, double WeightDecay, bool Decoupled, bool Maximize, long Step);

/// <summary>
/// One step of Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p − lr/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε).
/// </summary>
internal static unsafe class AdamKernel
{
    private const long Grain = 1 << 14;

    /// <summary>Updates p, m and v, and with amsgrad the running maximum of v (else <paramref name="vMax"/> is null).</summary>
    internal static void Run<T>(T* p, T* g, T* m, T* v, T* vMax, long n, AdamStep step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n <= Grain)
        {
            SimdWidth.Run<Kernel<T>, T>(new(p, g, m, v, vMax, n, step));
        }
        else
        {
            Workers.For(n, Grain, new Kernel<T>(p, g, m, v, vMax, n, step));
        }
    }

    private readonly struct Kernel<T>(T* p, T* g, T* m, T* v, T* vMax, long n, AdamStep step) : IKernel<T>, IRangeWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => SimdWidth.Run<Kernel<T>, T>(new(
            p + from, g + from, m + from, v + from, vMax == null ? null : vMax + from, to - from, step));

        [MethodImpl(Hot.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            long i = 0;
            var wide = new Constants<V, T>(step);
            for (; i <= n - V.Count; i += V.Count)
            {
                Update(i, wide);
            }

            var narrow = new Constants<Simd1<T>, T>(step);
            for (; i < n; i++)
            {
                Update(i, narrow);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Update<V>(long i, in Constants<V, T> k)
            where V : struct, ISimd<V, T>
        {
            V parameter = V.Load(p + i);
            V gradient = k.Sign * V.Load(g + i);
            gradient = V.Fma(k.Decay, parameter, gradient);
            parameter *= k.Shrink;
            V mean = V.Fma(k.OneMinusBeta1, gradient, V.Load(m + i) * k.Beta1);
            V square = V.Fma(k.OneMinusBeta2 * gradient, gradient, V.Load(v + i) * k.Beta2);
            V.Store(mean, m + i);
            V.Store(square, v + i);
            if (vMax != null)
            {
                square = SimdMath.Max<V, T>(V.Load(vMax + i), square);
                V.Store(square, vMax + i);
            }

            V root = V.Fma(V.Sqrt(square), k.RootScale, k.Epsilon);
            V.Store(parameter - (k.Rate * mean / root), p + i);
        }
    }

    private readonly struct Constants<V, T>
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        internal readonly V Sign, Decay, Shrink, Beta1, OneMinusBeta1, Beta2, OneMinusBeta2, RootScale, Epsilon, Rate;

        internal Constants(AdamStep step)
        {
            Sign = V.Constant(step.Maximize ? -1 : 1);
            Decay = V.Constant(step.Decoupled ? 0 : step.WeightDecay);
            Shrink = V.Constant(step.Decoupled ? 1 - (step.LearningRate * step.WeightDecay) : 1);
            Beta1 = V.Constant(step.Beta1);
            OneMinusBeta1 = V.Constant(1 - step.Beta1);
            Beta2 = V.Constant(step.Beta2);
            OneMinusBeta2 = V.Constant(1 - step.Beta2);
            RootScale = V.Constant(1 / Math.Sqrt(1 - PreciseMath.Pow(step.Beta2, step.Step)));
            Epsilon = V.Constant(step.Epsilon);
            Rate = V.Constant(step.LearningRate / (1 - PreciseMath.Pow(step.Beta1, step.Step)));
        }
    }
}
