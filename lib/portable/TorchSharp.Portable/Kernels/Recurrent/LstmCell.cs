using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Recurrent;

/// <summary>Long short-term memory: Hochreiter and Schmidhuber (1997) with Gers' forget gate (2000).</summary>
internal readonly unsafe struct LstmCell<T> : ICell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Saved => 4;

    public static int Blocks => 4;

    public static bool HasCell => true;

    public static bool HasSkip => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<V>(in ForwardRow<T> row, int from, int to)
        where V : struct, ISimd<V, T>
    {
        var r = row;
        for (int next = from; next < to; next += V.Count)
        {
            int j = Math.Min(next, to - V.Count);

            // i = σ(aᵢ), f = σ(a_f), g = tanh(a_g), o = σ(aₒ)
            V i = SimdMath.Sigmoid<V, T>(V.Load(r.Pre0 + j));
            V f = SimdMath.Sigmoid<V, T>(V.Load(r.Pre1 + j));
            V g = SimdMath.Tanh<V, T>(V.Load(r.Pre2 + j));
            V o = SimdMath.Sigmoid<V, T>(V.Load(r.Pre3 + j));

            // c = f·c₋₁ + i·g, h = o·tanh(c)
            V c = V.Fma(f, V.Load(r.OldCell + j), i * g);
            V h = o * SimdMath.Tanh<V, T>(c);

            V.Store(c, r.NewCell + j);
            V.Store(h, r.NewHidden + j);
            V.Store(h, r.Output + j);
            if (r.Gates != null)
            {
                T* saved = r.Gates + j;
                V.Store(i, saved);
                V.Store(f, saved + r.Hidden);
                V.Store(g, saved + (2 * r.Hidden));
                V.Store(o, saved + (3 * r.Hidden));
                V.Store(c, r.Cells + j);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<V>(in BackwardRow<T> row, int from, int to)
        where V : struct, ISimd<V, T>
    {
        var r = row;
        V one = V.Constant(1);
        for (int next = from; next < to; next += V.Count)
        {
            int j = Math.Min(next, to - V.Count);
            T* saved = r.Gates + j;
            V i = V.Load(saved), f = V.Load(saved + r.Hidden), g = V.Load(saved + (2 * r.Hidden)), o = V.Load(saved + (3 * r.Hidden));
            V tanh = SimdMath.Tanh<V, T>(V.Load(r.Cells + j));
            V dh = V.Load(r.HiddenGradient + j);
            if (r.OutputGradient != null)
            {
                dh += V.Load(r.OutputGradient + j);
            }

            // dc += dh·o·(1 − tanh²c)
            V dc = V.Fma(dh * o, V.Fma(-tanh, tanh, one), V.Load(r.CellGradient + j));

            // through σ and tanh: σ' = σ·(1 − σ), tanh' = 1 − tanh²
            V di = dc * g * (i * (one - i));
            V df = dc * V.Load(r.OldCell + j) * (f * (one - f));
            V dg = dc * i * V.Fma(-g, g, one);
            V dO = dh * tanh * (o * (one - o));

            T* gradients = r.GateGradients + j;
            V.Store(SimdMath.FlushTiny<V, T>(di), gradients);
            V.Store(SimdMath.FlushTiny<V, T>(df), gradients + r.Hidden);
            V.Store(SimdMath.FlushTiny<V, T>(dg), gradients + (2 * r.Hidden));
            V.Store(SimdMath.FlushTiny<V, T>(dO), gradients + (3 * r.Hidden));

            // dc₋₁ = dc·f
            V.Store(SimdMath.FlushTiny<V, T>(dc * f), r.OldCellGradient + j);
        }
    }
}
