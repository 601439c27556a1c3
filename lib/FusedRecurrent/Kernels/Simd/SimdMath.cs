using System.Numerics;
using System.Runtime.CompilerServices;

namespace FusedRecurrent.Kernels.Simd;

/// <summary>
/// tanh and sigmoid, one sequence of operations for every width, to about 2 units in the last place.
/// </summary>
internal static class SimdMath
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>1 / (1 + e⁻ˣ), and 0 where that would be denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Sigmoid<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double limit = IsSingle<T>() ? 87 : 708;
        Reduce<V, T>(Clamp<V, T>(-x, -limit, limit), out var n, out var r);
        var scale = PowerOfTwo<V, T>(n);
        var e = V.Fma(scale, ExpMinusOne<V, T>(r), scale);
        return V.Select(V.LessThan(x, V.Constant(-limit)), V.Zero, V.Constant(1) / (V.Constant(1) + e));
    }

    /// <summary>tanh x = q / (q + 2) with q = e²ˣ − 1, on |x|, the sign put back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Tanh<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sign = V.And(x, V.Constant(-0.0));
        var magnitude = V.Xor(x, sign);
        magnitude = V.AtMost(magnitude, V.Constant(IsSingle<T>() ? 10 : 20)); // beyond it the result rounds to one
        Reduce<V, T>(magnitude + magnitude, out var n, out var r);
        var scale = PowerOfTwo<V, T>(n);
        var q = V.Fma(scale, ExpMinusOne<V, T>(r), scale - V.Constant(1));
        return V.Or(sign, q / (q + V.Constant(2)));
    }

    /// <summary>
    /// x, or zero where |x| is so small (2⁻¹¹⁰, for double 2⁻¹⁰⁰⁰) that products with it would be denormal, which processors handle a
    /// hundred times slower. Gradients that vanish over a long sequence end up there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V FlushTiny<V, T>(V x)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.Select(V.LessThan(V.Abs(x), V.Constant(IsSingle<T>() ? 7.703719777548943e-34 : 9.332636185032189e-302)), V.Zero, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSingle<T>() => typeof(T) == typeof(float);

    /// <summary>Limits x to [low, high]; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Clamp<V, T>(V x, double low, double high)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => V.AtMost(V.AtLeast(x, V.Constant(low)), V.Constant(high));

    /// <summary>
    /// x = n·ln 2 + r, n an integer in the low bits of its elements. Adding 1.5·2²³ (2⁵²) rounds to an integer and leaves it there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reduce<V, T>(V x, out V n, out V r)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var magic = V.Constant(IsSingle<T>() ? 12582912.0 : 6755399441055744.0);
        var shifted = V.Fma(x, V.Constant(Log2E), magic);
        var whole = shifted - magic;
        n = V.SubtractBits(shifted, magic);
        r = V.Fma(whole, V.Constant(IsSingle<T>() ? -0.693145751953125 : -0.69314718036912382), x);
        r = V.Fma(whole, V.Constant(IsSingle<T>() ? -1.42860682030941723e-06 : -1.90821492927058770e-10), r);
    }

    /// <summary>2ⁿ for integer bits n within the range of normal exponents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V PowerOfTwo<V, T>(V n)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        V.AddBits(V.ShiftLeft(n, IsSingle<T>() ? 23 : 52), V.Constant(1));

    /// <summary>eʳ − 1 = r + r²·(1/2! + r/3! + …) for |r| ≤ ln 2 / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpMinusOne<V, T>(V r)
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V q;
        if (IsSingle<T>())
        {
            q = V.Constant(1.0 / 5040);
        }
        else
        {
            q = V.Constant(1.0 / 6227020800);
            q = V.Fma(q, r, V.Constant(1.0 / 479001600));
            q = V.Fma(q, r, V.Constant(1.0 / 39916800));
            q = V.Fma(q, r, V.Constant(1.0 / 3628800));
            q = V.Fma(q, r, V.Constant(1.0 / 362880));
            q = V.Fma(q, r, V.Constant(1.0 / 40320));
            q = V.Fma(q, r, V.Constant(1.0 / 5040));
        }

        q = V.Fma(q, r, V.Constant(1.0 / 720));
        q = V.Fma(q, r, V.Constant(1.0 / 120));
        q = V.Fma(q, r, V.Constant(1.0 / 24));
        q = V.Fma(q, r, V.Constant(1.0 / 6));
        q = V.Fma(q, r, V.Constant(0.5));
        return V.Fma(r * r, q, r);
    }
}
