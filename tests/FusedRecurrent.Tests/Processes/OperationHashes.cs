using System.Security.Cryptography;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Processes;

/// <summary>Runs the operations that the course uses on the same numbers and prints <c>name hash</c> of what each gives.</summary>
internal static class OperationHashes
{
    internal const string Verb = "operations";

    private static readonly (string Name, Func<Tensor, Tensor> Run)[] Operations =
    [
        ("additions and products", x => x * x + x),
        ("sum", x => x.sum()),
        ("maximum over time", x => x.max(1).values),
        ("exponential", x => x.exp()),
        ("sigmoid", x => x.sigmoid()),
        ("tanh", x => x.tanh()),
        ("softmax", x => x.softmax(-1)),
        ("matrix product", x => x.matmul(x.transpose(1, 2))),
        ("cross entropy", x => nn.functional.cross_entropy(x[.., 0], arange(x.size(0)))),
        ("normal numbers", _ => randn(1_000)),
        ("uniform numbers", _ => rand(1_000)),
        ("dropout", x => nn.functional.dropout(x, 0.3)),
        ("embedding", x => nn.Embedding_from_pretrained(x[0]).call(arange(30))),
        ("Adam", x => Trained(nn.Linear(40, 3), x, parameters => optim.Adam(parameters))),
        ("Fused.Adam", x => Trained(nn.Linear(40, 3), x, parameters => Fused.Adam(parameters))),
        ("nn.LSTM", x => Gradients(nn.LSTM(40, 24, batchFirst: true), x, (lstm, input) => lstm.call(input).Item1)),
        ("nn.GRU", x => Gradients(nn.GRU(40, 24, batchFirst: true), x, (gru, input) => gru.call(input).Item1)),
        ("FusedLSTM", x => Gradients(new FusedLSTM(40, 24, batchFirst: true), x, (lstm, input) => lstm.call(input).Item1)),
        ("FusedGRU", x => Gradients(new FusedGRU(40, 24, batchFirst: true), x, (gru, input) => gru.call(input).Item1)),
        ("FusedRNN", x => Gradients(new FusedRNN(40, 24, batchFirst: true), x, (rnn, input) => rnn.call(input).Item1)),
    ];

    internal static void Run()
    {
        set_num_threads(1);
        foreach (var (name, run) in Operations)
        {
            manual_seed(42);
            using var scope = NewDisposeScope();
            Console.WriteLine($"{name}|{Convert.ToHexString(SHA256.HashData(run(Input()).contiguous().bytes))}");
        }
    }

    // Made in C#, so that no operation's numbers depend on another's.
    private static Tensor Input()
    {
        var random = new Random(42);
        return tensor(Enumerable.Range(0, 12 * 30 * 40).Select(_ => random.NextSingle() * 4 - 2).ToArray(), 12, 30, 40);
    }

    private static Tensor Gradients<T>(T layer, Tensor x, Func<T, Tensor, Tensor> call)
        where T : nn.Module
    {
        SetWeights(layer);
        Tensor y = call(layer, x);
        (y * y).sum().backward();
        return cat([y.flatten(), .. layer.parameters().Select(parameter => parameter.grad!.flatten())]);
    }

    private static Tensor Trained(Linear layer, Tensor x, Func<IEnumerable<Parameter>, optim.Optimizer> optimizer)
    {
        SetWeights(layer);
        using var steps = optimizer(layer.parameters());
        for (int step = 1; step <= 5; step++)
        {
            // The gradient is set, not computed, so that only the optimizer's own operations count.
            foreach (var parameter in layer.parameters())
            {
                parameter.grad = x.flatten()[..(int)parameter.numel()].reshape(parameter.shape) / step;
            }

            steps.step();
        }

        return cat([.. layer.parameters().Select(parameter => parameter.flatten())]);
    }

    private static void SetWeights(nn.Module layer)
    {
        using var without = no_grad();
        var random = new Random(7);
        foreach (var parameter in layer.parameters())
        {
            float[] values = [.. Enumerable.Range(0, (int)parameter.numel()).Select(_ => random.NextSingle() * 0.4f - 0.2f)];
            parameter.copy_(tensor(values).reshape(parameter.shape));
        }
    }
}
