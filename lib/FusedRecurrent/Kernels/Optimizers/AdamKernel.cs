using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Optimizers;

/// <summary>
/// m = β₁·m + (1 − β₁)·g, v = β₂·v + (1 − β₂)·g², p −= rate·m / (√v·scale + ε), in one pass over the four arrays. With
/// <paramref name="largest"/> not null (AMSGrad), the largest v so far stands in its place under the root.
/// </summary>
internal readonly unsafe struct AdamKernel<T>(T* p, T* g, T* m, T* v, T* largest, long n, AdamStep step) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
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
        V gradient = V.Fma(V.Constant(step.Penalty), parameter, V.Load(g + i) * V.Constant(step.GradientScale));
        V mean = V.Fma(V.Constant(step.Beta1), V.Load(m + i), V.Constant(1 - step.Beta1) * gradient);
        V square = V.Fma(V.Constant(step.Beta2), V.Load(v + i), V.Constant(1 - step.Beta2) * gradient * gradient);
        V.Store(mean, m + i);
        V.Store(square, v + i);
        if (largest != null)
        {
            V before = V.Load(largest + i);
            square = V.Select(V.LessThan(before, square), square, before);
            V.Store(square, largest + i);
        }

        V root = V.Fma(V.Sqrt(square), V.Constant(step.RootScale), V.Constant(step.Epsilon));
        V.Store(V.Fma(V.Constant(-step.Rate), mean / root, parameter * V.Constant(step.Shrink)), p + i);
    }
}
