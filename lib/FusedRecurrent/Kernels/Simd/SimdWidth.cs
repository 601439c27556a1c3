using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FusedRecurrent.Kernels.Simd;

/// <summary>The work of one kernel, to be run at the width that <see cref="SimdWidth"/> chose.</summary>
internal interface IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    void Run<V>()
        where V : struct, ISimd<V, T>;
}

/// <summary>
/// Chooses the vector width: the widest that the runtime calls accelerated (it leaves out widths that slow the clock down).
/// </summary>
internal static class SimdWidth
{
    /// <summary>512, 256, 128, or 1 for no vectors. Settable so that tests can compare the bits of all widths in one process.</summary>
    internal static int Bits { get; set; } = Widest;

    /// <summary>The widest width of this machine.</summary>
    internal static int Widest =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 1;

    /// <summary>Runs a kernel at the chosen width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<TKernel, T>(TKernel kernel)
        where TKernel : struct, IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (Bits)
        {
            case 512: kernel.Run<Simd512<T>>(); break;
            case 256: kernel.Run<Simd256<T>>(); break;
            case 128: kernel.Run<Simd128<T>>(); break;
            default: kernel.Run<Simd1<T>>(); break;
        }
    }

    /// <summary>
    /// Runs a kernel at the chosen width or a narrower one, so that a vector holds no more than <paramref name="elements"/>.
    /// </summary>
    internal static void RunUpTo<TKernel, T>(int elements, TKernel kernel)
        where TKernel : struct, IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Bits >= 512 && elements >= Simd512<T>.Count)
        {
            kernel.Run<Simd512<T>>();
        }
        else if (Bits >= 256 && elements >= Simd256<T>.Count)
        {
            kernel.Run<Simd256<T>>();
        }
        else if (Bits >= 128 && elements >= Simd128<T>.Count)
        {
            kernel.Run<Simd128<T>>();
        }
        else
        {
            kernel.Run<Simd1<T>>();
        }
    }
}
