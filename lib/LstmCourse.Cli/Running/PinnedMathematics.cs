using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LstmCourse.Cli.Running;

/// <summary>
/// The environment in which kernels start, so that libtorch gives the same numbers on every x64 machine: kernels that each of them has, and
/// one thread, since sums over several are added up in another order.
/// </summary>
internal static class PinnedMathematics
{
    /// <summary>The variables, as a kernelspec holds them.</summary>
    public static ImmutableDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["ATEN_CPU_CAPABILITY"] = "default",
        ["MKL_CBWR"] = "COMPATIBLE",
        ["ONEDNN_MAX_CPU_ISA"] = "SSE41",
        ["OMP_NUM_THREADS"] = "1",
    }.ToImmutableDictionary();

    /// <summary>Whether kernels compute otherwise: a variable is set to something else, or the processor has other instructions.</summary>
    public static bool IsLeft => RuntimeInformation.ProcessArchitecture != Architecture.X64
        || Environment.Any(pinned => System.Environment.GetEnvironmentVariable(pinned.Key) is { Length: > 0 } set && set != pinned.Value);

    /// <summary>Those that the caller of the command has not set: who sets one wants to see what it does.</summary>
    public static ImmutableDictionary<string, string> UnlessSet() =>
        Environment.RemoveRange(Environment.Keys.Where(name => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 }));
}
