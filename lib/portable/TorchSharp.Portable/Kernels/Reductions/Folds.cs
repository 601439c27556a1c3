using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Reductions;

/// <summary>How a reduction starts, takes up elements and merges partial results.</summary>
internal interface IFold<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract V Start<V>()
        where V : struct, ISimd<V, T>;

    static abstract V Add<V>(V sum, V a, V b)
        where V : struct, ISimd<V, T>;

    static abstract V Merge<V>(V left, V right)
        where V : struct, ISimd<V, T>;
}

/// <summary>Σ a.</summary>
internal readonly struct SumOf<T> : IFold<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Start<V>()
        where V : struct, ISimd<V, T> => V.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add<V>(V sum, V a, V b)
        where V : struct, ISimd<V, T> => sum + a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Merge<V>(V left, V right)
        where V : struct, ISimd<V, T> => left + right;
}

/// <summary>Σ a·b.</summary>
internal readonly struct SumOfProducts<T> : IFold<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static V Start<V>()
        where V : struct, ISimd<V, T> => V.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add<V>(V sum, V a, V b)
        where V : struct, ISimd<V, T> => V.Fma(a, b, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Merge<V>(V left, V right)
        where V : struct, ISimd<V, T> => left + right;
}

/// <summary>max a; NaN if any is.</summary>
internal readonly struct Largest<T> : IFold<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Start<V>()
        where V : struct, ISimd<V, T> => V.Constant(double.NegativeInfinity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add<V>(V sum, V a, V b)
        where V : struct, ISimd<V, T> => SimdMath.Max<V, T>(sum, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Merge<V>(V left, V right)
        where V : struct, ISimd<V, T> => SimdMath.Max<V, T>(left, right);
}

/// <summary>min a; NaN if any is.</summary>
internal readonly struct Smallest<T> : IFold<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Start<V>()
        where V : struct, ISimd<V, T> => V.Constant(double.PositiveInfinity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Add<V>(V sum, V a, V b)
        where V : struct, ISimd<V, T> => SimdMath.Min<V, T>(sum, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Merge<V>(V left, V right)
        where V : struct, ISimd<V, T> => SimdMath.Min<V, T>(left, right);
}
