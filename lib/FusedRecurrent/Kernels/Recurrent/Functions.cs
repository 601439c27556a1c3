using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>tanh(x)</summary>
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
