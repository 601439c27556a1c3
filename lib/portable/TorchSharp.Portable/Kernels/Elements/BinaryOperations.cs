using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Elements;

/// <summary>a + b</summary>
internal readonly struct Add<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => a + b;
}

/// <summary>a − b</summary>
internal readonly struct Subtract<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => a - b;
}

/// <summary>a·b</summary>
internal readonly struct Multiply<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => a * b;
}

/// <summary>a / b</summary>
internal readonly struct Divide<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => a / b;
}

/// <summary>the larger; NaN if either is</summary>
internal readonly struct Maximum<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => SimdMath.Max<V, T>(a, b);
}

/// <summary>the smaller; NaN if either is</summary>
internal readonly struct Minimum<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => SimdMath.Min<V, T>(a, b);
}

/// <summary>dy·(1 − y²), a = dy, b = y = tanh x</summary>
internal readonly struct HyperbolicTangentGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => a * (V.Constant(1) - (b * b));
}

/// <summary>dy·y·(1 − y), a = dy, b = y = sigmoid x</summary>
internal readonly struct LogisticGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => a * b * (V.Constant(1) - b);
}

/// <summary>dy where y &gt; 0, else 0; a = dy, b = y</summary>
internal readonly struct RectifierGradient<T> : IBinary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Apply<V>(V a, V b)
        where V : struct, ISimd<V, T> => V.And(a, V.LessThan(V.Zero, b));
}
