using System.Diagnostics;
using static TorchSharp.torch;

namespace FusedRecurrent.Bench;

/// <summary>A training run in a process of its own, which prints its peak resident memory.</summary>
internal static class PeakMemory
{
    internal static void Run(StepCase which, bool fused)
    {
        set_num_threads(1);
        using var model = new StepModel(which, fused);
        for (int step = 0; step < 100; step++)
        {
            model.Run();
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64);
    }

    /// <summary>What comes before this program's own arguments where <c>dotnet</c> runs it.</summary>
    internal static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PeakMemory).Assembly.Location] : [];
}
