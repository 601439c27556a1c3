using System.Diagnostics;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Processes;

/// <summary>
/// Trains in one of the ways that a careless node in the graph would leak in, and prints by how many bytes the resident memory and by how
/// many the live tensors grew after warming up. One leaked tape a step would be 0.4 MB.
/// </summary>
internal static class MemoryScenarios
{
    internal const string Verb = "memory";

    internal static readonly string[] Names = ["train", "ragged", "dropped", "retained", "exceptions", "unscoped", "threads"];

    internal static void Run(string scenario, int steps)
    {
        set_num_threads(1);
        Action<int> step = Scenario(scenario);
        for (int i = 0; i < 60; i++)
        {
            step(i);
        }

        var (bytes, tensors) = Measure();
        for (int i = 0; i < steps; i++)
        {
            step(i);
        }

        var (bytesAfter, tensorsAfter) = Measure();
        Console.WriteLine($"{bytesAfter - bytes} {tensorsAfter - tensors}");
    }

    private static Action<int> Scenario(string name)
    {
        var model = new SmallModel("stack");
        var lstm = new FusedLSTM(16, 32, batchFirst: true);
        var optimizer = optim.Adam(model.parameters());
        void Train(int seed, bool ragged = false)
        {
            optimizer.zero_grad();
            model.Loss(seed, ragged).backward();
            optimizer.step();
        }

        void TrainUnscoped(int seed)
        {
            Train(seed);
            if (seed % 10 == 9)
            {
                Collect();
            }
        }

        return name switch
        {
            "train" => seed => InScope(() => Train(seed)),
            "ragged" => seed => InScope(() => Train(seed, ragged: true)),
            "dropped" => seed => InScope(() => model.Loss(seed)),
            "retained" => seed => InScope(() =>
            {
                var loss = model.Loss(seed);
                loss.backward(retain_graph: true);
                loss.backward();
            }),
            "exceptions" => seed => InScope(() => Fail(model, lstm, seed)),
            "unscoped" => TrainUnscoped,
            "threads" => FourThreads(),
            _ => throw new ArgumentException($"no scenario is called {name}"),
        };
    }

    /// <summary>Errors before, within and after the forward pass, and one within the backward pass.</summary>
    private static void Fail(SmallModel model, FusedLSTM lstm, int seed)
    {
        Throws(() => lstm.call(zeros(16, 40, 17)));
        Throws(() => lstm.call(zeros(16, 40, 16), lengths: zeros(16, ScalarType.Int64)));
        Throws(() =>
        {
            model.Loss(seed);
            throw new InvalidOperationException("between forward and backward");
        });
        var loss = model.Loss(seed);
        using (no_grad())
        {
            foreach (var parameter in model.parameters())
            {
                parameter.add_(0); // a new version: what was saved is no longer what is there
            }
        }

        Throws(() => loss.backward());
    }

    private static Action<int> FourThreads()
    {
        SmallModel[] models = [.. TrainingHash.Layers.Select(layer => new SmallModel(layer))];
        return seed =>
        {
            Thread[] threads = Array.ConvertAll(models, model => new Thread(() => InScope(() => model.Loss(seed).backward())));
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        };
    }

    private static void InScope(Action action)
    {
        using var scope = NewDisposeScope();
        action();
    }

    private static void Throws(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.Runtime.InteropServices.ExternalException)
        {
            return;
        }

        throw new InvalidOperationException("expected an exception, and none came");
    }

    private static (long Bytes, long Tensors) Measure()
    {
        Collect();
        using var process = Process.GetCurrentProcess();
        return (process.WorkingSet64, Tensor.TotalCount);
    }

    private static void Collect()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
