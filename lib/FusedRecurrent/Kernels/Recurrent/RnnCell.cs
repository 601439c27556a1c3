using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>What an Elman network puts its sums through, and the slope in terms of the result.</summary>
internal interface INonlinearity<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract V Value<V>(V x)
        where V : struct, ISimd<V, T>;

    /// <summary>d·f'(x), with h = f(x).</summary>
    static abstract V Back<V>(V d, V h)
        where V : struct, ISimd<V, T>;
}

internal readonly struct TanhNonlinearity<T> : INonlinearity<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Value<V>(V x)
        where V : struct, ISimd<V, T> => SimdMath.Tanh<V, T>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Back<V>(V d, V h)
        where V : struct, ISimd<V, T> => d * V.Fma(-h, h, V.Constant(1));
}

internal readonly struct ReluNonlinearity<T> : INonlinearity<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Value<V>(V x)
        where V : struct, ISimd<V, T> => V.Select(V.LessThan(x, V.Zero), V.Zero, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Back<V>(V d, V h)
        where V : struct, ISimd<V, T> => V.And(d, V.LessThan(V.Zero, h));
}

/// <summary>Elman's network: h = f(W_ih·x + b_ih + W_hh·h₋₁ + b_hh), f = tanh or max(0, ·).</summary>
internal readonly unsafe struct RnnCell<F, T> : ICell<T>
    where F : struct, INonlinearity<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Saved => 0;

    public static int Blocks => 1;

    public static bool HasCell => false;

    public static bool HasSkip => false;

    [MethodImpl(Hot.Loop)]
    public static void Forward<V>(in ForwardStep<T> step)
        where V : struct, ISimd<V, T>
    {
        var s = step;
        for (int row = 0; row < s.Rows; row++)
        {
            for (int next = 0; next < s.Hidden; next += V.Count)
            {
                int j = Math.Min(next, s.Hidden - V.Count);
                V h = F.Value(V.Load(s.Pre + j));
                V.Store(h, s.NewHidden + j);
                V.Store(h, s.Output + j);
            }

            s.Pre += s.PreRow;
            s.NewHidden += s.Hidden;
            s.Output += s.OutputRow;
        }
    }

    [MethodImpl(Hot.Loop)]
    public static void Backward<V>(in BackwardStep<T> step)
        where V : struct, ISimd<V, T>
    {
        var s = step;
        for (int row = 0; row < s.Rows; row++)
        {
            for (int next = 0; next < s.Hidden; next += V.Count)
            {
                int j = Math.Min(next, s.Hidden - V.Count);
                V dh = V.Load(s.HiddenGradient + j);
                if (s.OutputGradient != null)
                {
                    dh += V.Load(s.OutputGradient + j);
                }

                V.Store(SimdMath.FlushTiny<V, T>(F.Back(dh, V.Load(s.NewHidden + j))), s.GateGradients + j);
            }

            s.HiddenGradient += s.StateGradientRow;
            s.OutputGradient += s.OutputGradientRow;
            s.NewHidden += s.NewHiddenRow;
            s.GateGradients += s.GateGradientRow;
        }
    }
}
