using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Recurrent;

/// <summary>Gated recurrent unit (Cho et al., 2014), with the reset gate on the hidden product as cuDNN and PyTorch have it.</summary>
internal readonly unsafe struct GruCell<T> : ICell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Saved => 4;

    public static int Blocks => 4;

    public static bool HasCell => false;

    public static bool HasSkip => true;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<V>(in ForwardRow<T> row, int from, int to)
        where V : struct, ISimd<V, T>
    {
        var r = row;
        for (int next = from; next < to; next += V.Count)
        {
            int j = Math.Min(next, to - V.Count);

            // r = σ(aᵣ), z = σ(a_z), n = tanh(W_in·x + b_in + r·(W_hn·h₋₁ + b_hn))
            V reset = SimdMath.Sigmoid<V, T>(V.Load(r.Pre0 + j));
            V z = SimdMath.Sigmoid<V, T>(V.Load(r.Pre1 + j));
            V hidden = V.Load(r.Pre3 + j);
            V n = SimdMath.Tanh<V, T>(V.Fma(reset, hidden, V.Load(r.Pre2 + j)));

            // h = (1 − z)·n + z·h₋₁
            V h = V.Fma(z, V.Load(r.OldHidden + j) - n, n);

            V.Store(h, r.NewHidden + j);
            V.Store(h, r.Output + j);
            if (r.Gates != null)
            {
                T* saved = r.Gates + j;
                V.Store(reset, saved);
                V.Store(z, saved + r.Hidden);
                V.Store(n, saved + (2 * r.Hidden));
                V.Store(hidden, saved + (3 * r.Hidden));
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
            V reset = V.Load(saved), z = V.Load(saved + r.Hidden), n = V.Load(saved + (2 * r.Hidden));
            V hidden = V.Load(saved + (3 * r.Hidden));
            V dh = V.Load(r.HiddenGradient + j);
            if (r.OutputGradient != null)
            {
                dh += V.Load(r.OutputGradient + j);
            }

            V dz = dh * (V.Load(r.OldHidden + j) - n) * (z * (one - z));
            V dn = dh * (one - z) * V.Fma(-n, n, one);
            V dr = dn * hidden * (reset * (one - reset));

            // n's pre-activation has two sides: dn for W_in·x, dn·r for W_hn·h₋₁.
            T* gradients = r.GateGradients + j;
            V.Store(SimdMath.FlushTiny<V, T>(dr), gradients);
            V.Store(SimdMath.FlushTiny<V, T>(dz), gradients + r.Hidden);
            V.Store(SimdMath.FlushTiny<V, T>(dn), gradients + (2 * r.Hidden));
            V.Store(SimdMath.FlushTiny<V, T>(dn * reset), gradients + (3 * r.Hidden));

            // the direct way back: dh₋₁ = dh·z
            V.Store(SimdMath.FlushTiny<V, T>(dh * z), r.OldHiddenGradient + j);
        }
    }
}
