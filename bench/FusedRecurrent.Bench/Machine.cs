using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace FusedRecurrent.Bench;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(string Processor, int Processors, string Vectors, string System, string Runtime, double ProductSpeed)
{
    /// <summary>Names the machine and measures its speed at a product of 512³ in libtorch, on all processors, in GFLOP/s.</summary>
    internal static Machine Measure(Clock clock)
    {
        const int Size = 512;
        using Tensor a = rand(Size, Size), b = rand(Size, Size), c = empty(Size, Size);
        double[] times = clock.Best((() => mm(a, b).Dispose(), Environment.ProcessorCount), (() => mm(a, b).Dispose(), 1));
        double fastest = Math.Min(times[0], times[1] / Environment.ProcessorCount);
        return new(
            ProcessorName(), Environment.ProcessorCount,
            global::System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "512 bits"
                : global::System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "256 bits" : "128 bits",
            RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, 2.0 * Size * Size * Size / fastest / 1e6);
    }

    private static string ProcessorName()
    {
        const string Key = "model name";
        string? line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
