using System.Globalization;
using System.Security.Cryptography;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Processes;

/// <summary>
/// Trains every kind of layer for 50 steps with each number of kernel threads named, and prints <c>layer threads hash</c>.
/// </summary>
internal static class TrainingHash
{
    internal const string Verb = "hash";

    internal static readonly string[] Layers = ["lstm", "gru", "rnn", "stack"];

    internal static void Run(string[] threads)
    {
        set_num_threads(1);
        foreach (string count in threads)
        {
            FusedOptions.Threads = int.Parse(count, CultureInfo.InvariantCulture);
            foreach (string layer in Layers)
            {
                Console.WriteLine($"{layer} {count} {Train(layer)}");
            }
        }
    }

    private static string Train(string layer)
    {
        manual_seed(42);
        using var model = new SmallModel(layer, hidden: 45);
        using var optimizer = optim.Adam(model.parameters(), 5e-3);
        for (int step = 0; step < 50; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            // Short texts: without vectors that multiply and add at once a step takes twenty times as long.
            model.Loss(step, ragged: step % 2 == 1, steps: 20).backward();
            optimizer.step();
        }

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var parameter in model.parameters())
        {
            sha.AppendData(parameter.bytes);
        }

        return Convert.ToHexString(sha.GetHashAndReset());
    }
}
