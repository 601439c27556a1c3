using System.Numerics;
using System.Runtime.CompilerServices;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// Gates put through their activation, a block of columns over several rows. One loop for each function: the JIT gives up inlining where
/// one method holds more than a few of these polynomials.
/// </summary>
internal static unsafe class Activation
{
    /// <summary>target = f(source) for at least one vector of columns; the last may overlap the one before, so not in place.</summary>
    [MethodImpl(Hot.Loop)]
    internal static void Apply<F, V, T>(int rows, int columns, T* source, nint sourceRow, T* target, nint targetRow)
        where F : struct, IUnary<T>
        where V : struct, ISimd<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (; rows > 0; rows--)
        {
            for (int next = 0; next < columns; next += V.Count)
            {
                int j = Math.Min(next, columns - V.Count);
                V.Store(F.Apply(V.Load(source + j)), target + j);
            }

            source += sourceRow;
            target += targetRow;
        }
    }
}
