using System.Numerics;

namespace FusedRecurrent.Kernels.Simd;

/// <summary>
/// A vector of <typeparamref name="T"/> (float or double) of whatever width the machine offers. Kernels are written once against this
/// interface and the JIT compiles them once for each width; every operation here gives the same bits per element at every width, so the
/// width never shows in a result.
/// </summary>
internal unsafe interface ISimd<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many elements the vector holds.</summary>
    static abstract int Count { get; }

    static abstract V Zero { get; }

    /// <summary>All elements equal <paramref name="value"/>.</summary>
    static abstract V Create(T value);

    /// <summary>All elements equal <paramref name="value"/>, rounded to <typeparamref name="T"/>.</summary>
    static abstract V Constant(double value);

    static abstract V Load(T* source);

    static abstract void Store(V value, T* target);

    static abstract V operator +(V a, V b);

    static abstract V operator -(V a, V b);

    static abstract V operator *(V a, V b);

    static abstract V operator /(V a, V b);

    static abstract V operator -(V a);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract V Fma(V a, V b, V c);

    static abstract V Sqrt(V a);

    static abstract V Abs(V a);

    /// <summary>min(a, limit) for a limit that is neither zero nor NaN; NaN stays NaN.</summary>
    static abstract V AtMost(V a, V limit);

    /// <summary>max(a, limit) for a limit that is neither zero nor NaN; NaN stays NaN.</summary>
    static abstract V AtLeast(V a, V limit);

    /// <summary>Ones in every bit where a &lt; b, else zeros.</summary>
    static abstract V LessThan(V a, V b);

    /// <summary>Ones in every bit where a = b, else zeros (NaN equals nothing).</summary>
    static abstract V Equal(V a, V b);

    /// <summary><paramref name="whenOnes"/> where the mask holds ones, else <paramref name="whenZeros"/>.</summary>
    static abstract V Select(V mask, V whenOnes, V whenZeros);

    static abstract V And(V a, V b);

    static abstract V Or(V a, V b);

    static abstract V Xor(V a, V b);

    /// <summary>The bits of both taken as integers and added, wrapping.</summary>
    static abstract V AddBits(V a, V b);

    static abstract V SubtractBits(V a, V b);

    /// <summary>The bits taken as an integer and shifted left.</summary>
    static abstract V ShiftLeft(V a, int count);
}
