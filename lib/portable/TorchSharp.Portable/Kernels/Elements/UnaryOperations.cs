using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Elements;

/// <summary>−x</summary>
internal readonly struct Negate<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => -x;
}

/// <summary>|x|</summary>
internal readonly struct Absolute<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => V.Abs(x);
}

/// <summary>x²</summary>
internal readonly struct Square<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => x * x;
}

/// <summary>√x</summary>
internal readonly struct SquareRoot<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => V.Sqrt(x);
}

/// <summary>1/x</summary>
internal readonly struct Reciprocal<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => V.Constant(1) / x;
}

/// <summary>eˣ</summary>
internal readonly struct Exponential<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => SimdMath.Exp<V, T>(x);
}

/// <summary>ln x</summary>
internal readonly struct Logarithm<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => SimdMath.Log<V, T>(x);
}

/// <summary>tanh x</summary>
internal readonly struct HyperbolicTangent<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => SimdMath.Tanh<V, T>(x);
}

/// <summary>1 / (1 + e⁻ˣ)</summary>
internal readonly struct Logistic<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => SimdMath.Sigmoid<V, T>(x);
}

/// <summary>max(x, 0); NaN stays</summary>
internal readonly struct Rectifier<T> : IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V x)
        where V : struct, ISimd<V, T> => V.Select(V.LessThan(x, V.Zero), V.Zero, x);
}
