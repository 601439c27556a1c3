using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>Long short-term memory: Hochreiter and Schmidhuber (1997) with Gers' forget gate (2000).</summary>
internal readonly unsafe struct LstmCell<T> : ICell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Saved => 4;

    public static int Blocks => 4;

    public static bool HasCell => true;

    public static bool HasSkip => false;

    public static void Forward<V>(in ForwardStep<T> step)
        where V : struct, ISimd<V, T>
    {
        var s = step;
        int hidden = s.Hidden;
        nint saved = 4 * hidden;

        // i = σ(aᵢ), f = σ(a_f), g = tanh(a_g), o = σ(aₒ)
        Activation.Apply<Logistic<T>, V, T>(s.Rows, 2 * hidden, s.Pre, s.PreRow, s.Gates, saved);
        Activation.Apply<HyperbolicTangent<T>, V, T>(s.Rows, hidden, s.Pre + s.Blocks.Item3, s.PreRow, s.Gates + (2 * hidden), saved);
        Activation.Apply<Logistic<T>, V, T>(s.Rows, hidden, s.Pre + s.Blocks.Item4, s.PreRow, s.Gates + (3 * hidden), saved);
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
                V i = V.Load(gates), f = V.Load(gates + hidden), g = V.Load(gates + (2 * hidden)), o = V.Load(gates + (3 * hidden));
                V tanh = SimdMath.Tanh<V, T>(V.Load(s.Cells + j));
                V dh = V.Load(s.HiddenGradient + j);
                if (s.OutputGradient != null)
                {
                    dh += V.Load(s.OutputGradient + j);
                }

                // dc += dh·o·(1 − tanh²c)
                V dc = V.Fma(dh * o, V.Fma(-tanh, tanh, one), V.Load(s.CellGradient + j));

                // through σ and tanh: σ' = σ·(1 − σ), tanh' = 1 − tanh²
                V di = dc * g * (i * (one - i));
                V df = dc * V.Load(s.OldCell + j) * (f * (one - f));
                V dg = dc * i * V.Fma(-g, g, one);
                V dO = dh * tanh * (o * (one - o));

                T* gradients = s.GateGradients + j;
                V.Store(SimdMath.FlushTiny<V, T>(di), gradients);
                V.Store(SimdMath.FlushTiny<V, T>(df), gradients + hidden);
                V.Store(SimdMath.FlushTiny<V, T>(dg), gradients + (2 * hidden));
                V.Store(SimdMath.FlushTiny<V, T>(dO), gradients + (3 * hidden));

                // dc₋₁ = dc·f
                V.Store(SimdMath.FlushTiny<V, T>(dc * f), s.OldCellGradient + j);
            }

            s.Gates += 4 * hidden;
            s.Cells += hidden;
            s.HiddenGradient += s.StateGradientRow;
            s.CellGradient += s.StateGradientRow;
            s.OldCellGradient += s.StateGradientRow;
            s.OutputGradient += s.OutputGradientRow;
            s.OldCell += s.OldCellRow;
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
                V i = V.Load(gates), f = V.Load(gates + hidden), g = V.Load(gates + (2 * hidden)), o = V.Load(gates + (3 * hidden));

                // c = f·c₋₁ + i·g, h = o·tanh(c)
                V c = V.Fma(f, V.Load(s.OldCell + j), i * g);
                V h = o * SimdMath.Tanh<V, T>(c);

                V.Store(c, s.NewCell + j);
                V.Store(h, s.NewHidden + j);
                V.Store(h, s.Output + j);
                if (s.Cells != null)
                {
                    V.Store(c, s.Cells + j);
                }
            }

            s.Gates += 4 * hidden;
            s.OldCell += hidden;
            s.NewCell += hidden;
            s.NewHidden += hidden;
            s.Output += s.OutputRow;
            s.Cells += s.Cells == null ? 0 : hidden;
        }
    }
}
