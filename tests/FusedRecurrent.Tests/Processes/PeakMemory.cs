using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Processes;

/// <summary>
/// Runs 200 training steps of a sentiment model on libtorch's layer and optimizer or on ours, and prints the process's peak memory.
/// </summary>
internal static class PeakMemory
{
    internal const string Verb = "peak";

    internal static void Run(string layer)
    {
        set_num_threads(1);
        manual_seed(1);
        using var embedding = nn.Embedding(1000, 32);
        using var theirs = nn.LSTM(32, 64, batchFirst: true);
        using var ours = Fused.From(theirs);
        using var head = nn.Linear(64, 1);
        Parameter[] parameters = [.. embedding.parameters(), .. theirs.parameters(), .. head.parameters()];
        using var optimizer = layer == "fused" ? Fused.Adam(parameters) : optim.Adam(parameters);
        for (int step = 0; step < 200; step++)
        {
            using var scope = NewDisposeScope();
            Tensor x = embedding.call(randint(1000, [32, 200]));
            Tensor y = layer == "fused" ? ours.call(x).Item1 : theirs.call(x).Item1;
            optimizer.zero_grad();
            nn.functional.binary_cross_entropy_with_logits(head.call(y[.., -1]).squeeze(1), ones(32)).backward();
            optimizer.step();
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64);
    }
}
