using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent.Bench;

/// <summary>
/// A whole training step, or an inference pass: embedding, recurrent layer, head, loss, backward pass, clipping, Adam. With libtorch's own
/// layer and optimizer, or with ours.
/// </summary>
internal sealed class StepModel : IDisposable
{
    private const double MaxNorm = 5;

    private readonly StepCase _case;
    private readonly Embedding _embedding;
    private readonly nn.Module _layer;
    private readonly Linear _head;
    private readonly Adam _optimizer;
    private readonly Parameter[] _parameters;
    private readonly Tensor _words;
    private readonly Tensor _targets;
    private readonly Tensor _embedded;

    internal StepModel(StepCase which, bool fused)
    {
        manual_seed(1);
        _case = which;
        _embedding = nn.Embedding(which.Vocabulary, which.Inputs);
        _layer = (which.Cell, fused) switch
        {
            ("LSTM", false) => nn.LSTM(which.Inputs, which.Hidden, which.Layers, batchFirst: true, bidirectional: which.Both),
            ("LSTM", true) => new FusedLSTM(which.Inputs, which.Hidden, which.Layers, batchFirst: true, bidirectional: which.Both),
            ("GRU", false) => nn.GRU(which.Inputs, which.Hidden, which.Layers, batchFirst: true, bidirectional: which.Both),
            ("GRU", true) => new FusedGRU(which.Inputs, which.Hidden, which.Layers, batchFirst: true, bidirectional: which.Both),
            (_, false) => nn.RNN(which.Inputs, which.Hidden, which.Layers, batchFirst: true, bidirectional: which.Both),
            _ => new FusedRNN(which.Inputs, which.Hidden, which.Layers, batchFirst: true, bidirectional: which.Both),
        };
        _head = nn.Linear(which.Hidden * (which.Both ? 2 : 1), which.NextWord ? which.Vocabulary : 1);
        _parameters = [.. _embedding.parameters(), .. _layer.parameters(), .. _head.parameters()];
        _optimizer = fused ? Fused.Adam(_parameters) : optim.Adam(_parameters);
        _words = randint(which.Vocabulary, [which.Batch, which.Steps]);
        _targets = which.NextWord ? randint(which.Vocabulary, [which.Batch]) : rand(which.Batch).round();
        _embedded = rand(which.Batch, which.Steps, which.Inputs);
    }

    /// <summary>One step, all of it.</summary>
    internal void Run()
    {
        using var scope = NewDisposeScope();
        if (!_case.Trains)
        {
            using var inference = no_grad();
            _head.call(Last(_embedding.call(_words)));
            return;
        }

        Tensor logits = _head.call(Last(_embedding.call(_words)));
        Tensor loss = _case.NextWord
            ? nn.functional.cross_entropy(logits, _targets)
            : nn.functional.binary_cross_entropy_with_logits(logits.squeeze(1), _targets);
        _optimizer.zero_grad();
        loss.backward();
        if (_optimizer is IFusedOptimizer fused)
        {
            fused.clip_and_step(MaxNorm);
        }
        else
        {
            nn.utils.clip_grad_norm_(_parameters, MaxNorm);
            _optimizer.step();
        }
    }

    /// <summary>The recurrent layer alone: forward, and back where the case trains. The gradient of the input is wanted too.</summary>
    internal void RunLayer()
    {
        using var scope = NewDisposeScope();
        if (!_case.Trains)
        {
            using var inference = no_grad();
            Last(_embedded);
            return;
        }

        Last(_embedded.detach().requires_grad_(true)).sum().backward();
    }

    public void Dispose()
    {
        foreach (IDisposable part in (IDisposable[])[_optimizer, _embedding, _layer, _head, _words, _targets, _embedded])
        {
            part.Dispose();
        }
    }

    private Tensor Last(Tensor x) => (_layer switch
    {
        FusedLSTM fused => fused.call(x).Item1,
        FusedGRU fused => fused.call(x).Item1,
        FusedRNN fused => fused.call(x).Item1,
        LSTM lstm => lstm.call(x).Item1,
        GRU gru => gru.call(x).Item1,
        _ => ((RNN)_layer).call(x).Item1,
    })[.., -1];
}
