using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>Gated recurrent unit (Cho et al., 2014), with the reset gate on the hidden product as cuDNN and PyTorch have it.</summary>
internal readonly unsafe struct GruCell<T> : ICell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Saved => 4;

    public static int Blocks => 4;

    public static bool HasCell => false;

    public static bool HasSkip => true;

    public static void Forward<V>(in ForwardStep<T> step)
        where V : struct, ISimd<V, T>
    {
        // r = σ(aᵣ), z = σ(a_z)
        var s = step;
        Activation.Apply<Logistic<T>, V, T>(s.Rows, 2 * s.Hidden, s.Pre, s.PreRow, s.Gates, 4 * s.Hidden);
        Combine<V>(s);
    }

    [MethodImpl(Hot.Loop)]
    public static void Backward<V>(in BackwardStep<T> step)
        where V : struct, ISimd<V, T>
    {
        var s = step;
        int hidden = s.Hidden;
        V one = V.Constant(1);
        for (int row = 0; row < s.Rows; row++)
        {
            for (int next = 0; next < hidden; next += V.Count)
            {
                int j = Math.Min(next, hidden - V.Count);
                T* gates = s.Gates + j;
                V r = V.Load(gates), z = V.Load(gates + hidden), n = V.Load(gates + (2 * hidden)), side = V.Load(gates + (3 * hidden));
                V dh = V.Load(s.HiddenGradient + j);
                if (s.OutputGradient != null)
                {
                    dh += V.Load(s.OutputGradient + j);
                }

                V dz = dh * (V.Load(s.OldHidden + j) - n) * (z * (one - z));
                V dn = dh * (one - z) * V.Fma(-n, n, one);
                V dr = dn * side * (r * (one - r));

                // n's pre-activation has two sides: dn for W_in·x, dn·r for W_hn·h₋₁
                T* gradients = s.GateGradients + j;
                V.Store(SimdMath.FlushTiny<V, T>(dr), gradients);
                V.Store(SimdMath.FlushTiny<V, T>(dz), gradients + hidden);
                V.Store(SimdMath.FlushTiny<V, T>(dn), gradients + (2 * hidden));
                V.Store(SimdMath.FlushTiny<V, T>(dn * r), gradients + (3 * hidden));

                // the direct way back: dh₋₁ = dh·z
                V.Store(SimdMath.FlushTiny<V, T>(dh * z), s.OldHiddenGradient + j);
            }

            s.Gates += 4 * hidden;
            s.HiddenGradient += s.StateGradientRow;
            s.OldHiddenGradient += s.StateGradientRow;
            s.OutputGradient += s.OutputGradientRow;
            s.OldHidden += s.OldHiddenRow;
            s.GateGradients += s.GateGradientRow;
        }
    }

    [MethodImpl(Hot.Loop)]
    private static void Combine<V>(ForwardStep<T> s)
        where V : struct, ISimd<V, T>
    {
        int hidden = s.Hidden;
        for (int row = 0; row < s.Rows; row++)
        {
            for (int next = 0; next < hidden; next += V.Count)
            {
                int j = Math.Min(next, hidden - V.Count);
                T* gates = s.Gates + j;
                V r = V.Load(gates), z = V.Load(gates + hidden), side = V.Load(s.Pre + s.Blocks.Item4 + j);

                // n = tanh(W_in·x + b_in + r·(W_hn·h₋₁ + b_hn)), h = (1 − z)·n + z·h₋₁
                V n = SimdMath.Tanh<V, T>(V.Fma(r, side, V.Load(s.Pre + s.Blocks.Item3 + j)));
                V h = V.Fma(z, V.Load(s.OldHidden + j) - n, n);

                V.Store(n, gates + (2 * hidden));
                V.Store(side, gates + (3 * hidden));
                V.Store(h, s.NewHidden + j);
                V.Store(h, s.Output + j);
            }

            s.Pre += s.PreRow;
            s.Gates += 4 * hidden;
            s.OldHidden += hidden;
            s.NewHidden += hidden;
            s.Output += s.OutputRow;
        }
    }
}
