using System.Numerics;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>y = f(x), element by element.</summary>
internal interface IUnary<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract V Apply<V>(V x)
        where V : struct, ISimd<V, T>;
}
