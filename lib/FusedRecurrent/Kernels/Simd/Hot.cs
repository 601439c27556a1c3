using System.Runtime.CompilerServices;

namespace FusedRecurrent.Kernels.Simd;

/// <summary>How the JIT is to treat the methods that hold the vector loops.</summary>
internal static class Hot
{
    /// <summary>
    /// Optimised at the first call, since a loop of vectors runs a hundred times slower before; and kept out of the callers, where the
    /// operations inside would exceed what the JIT is willing to inline into one method.
    /// </summary>
    internal const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
