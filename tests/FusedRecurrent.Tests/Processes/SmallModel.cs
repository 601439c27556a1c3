using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Processes;

/// <summary>Embedding, a fused layer, a head: a classifier small enough to train thousands of steps in a test.</summary>
internal sealed class SmallModel : nn.Module<Tensor, Tensor?, Tensor>
{
    internal const int Words = 50;

    private readonly Embedding _embedding = nn.Embedding(Words, 16);
    private readonly nn.Module _layer;
    private readonly Linear _head;

    internal SmallModel(string layer, int hidden = 32)
        : base(nameof(SmallModel))
    {
        (_layer, int width) = layer switch
        {
            "lstm" => (new FusedLSTM(16, hidden, batchFirst: true), hidden),
            "gru" => (new FusedGRU(16, hidden, batchFirst: true), hidden),
            "rnn" => (new FusedRNN(16, hidden, batchFirst: true), hidden),
            _ => ((nn.Module)new FusedLSTM(16, hidden, 2, batchFirst: true, dropout: 0.2, bidirectional: true), 2 * hidden),
        };
        _head = nn.Linear(width, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor words, Tensor? lengths)
    {
        Tensor x = _embedding.call(words);
        Tensor y = _layer switch
        {
            FusedLSTM lstm => lstm.call(x, lengths: lengths).Item1,
            FusedGRU gru => gru.call(x, lengths: lengths).Item1,
            FusedRNN rnn => rnn.call(x, lengths: lengths).Item1,
            _ => throw new InvalidOperationException(),
        };
        return _head.call(y.max(1).values);
    }

    /// <summary>Word numbers and labels of a batch; the same for the same seed.</summary>
    internal static (Tensor Words, Tensor Labels, Tensor Lengths) Batch(int seed, int batch = 16, int steps = 40)
    {
        var random = new Random(seed);
        long[] words = [.. Enumerable.Range(0, batch * steps).Select(_ => random.NextInt64(Words))];
        return (
            tensor(words, batch, steps),
            tensor(Enumerable.Range(0, batch).Select(b => words[b * steps] % 2).ToArray()),
            tensor(Enumerable.Range(0, batch).Select(_ => random.NextInt64(1, steps + 1)).ToArray()));
    }

    /// <summary>The loss of a batch.</summary>
    internal Tensor Loss(int seed, bool ragged = false, int steps = 40)
    {
        var (words, labels, lengths) = Batch(seed, steps: steps);
        return nn.functional.cross_entropy(call(words, ragged ? lengths : null), labels);
    }
}
