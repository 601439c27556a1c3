using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Cli.Benchmarks;

/// <summary>The model of a <see cref="StepCase"/>: tokens (batch, time) to logits (batch, class).</summary>
internal sealed class StepModel : Module<Tensor, Tensor>
{
    private readonly Embedding _embedding;
    private readonly Module _layer;
    private readonly Linear _linear;
    private readonly bool _bidirectional;

    public StepModel(StepCase step)
        : base(nameof(StepModel))
    {
        _bidirectional = step.Bidirectional;
        _embedding = Embedding(step.Vocabulary, step.Embedding);
        _layer = step.Cell switch
        {
            Cell.LSTM => LSTM(step.Embedding, step.Hidden, step.Layers, batchFirst: true, bidirectional: step.Bidirectional),
            Cell.GRU => GRU(step.Embedding, step.Hidden, step.Layers, batchFirst: true, bidirectional: step.Bidirectional),
            _ => RNN(step.Embedding, step.Hidden, step.Layers, batchFirst: true, bidirectional: step.Bidirectional),
        };
        _linear = Linear(step.Hidden * (step.Bidirectional ? 2 : 1), step.Classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var embedded = _embedding.call(input);
        var hidden = _layer switch
        {
            LSTM lstm => lstm.call(embedded).Item2,
            GRU gru => gru.call(embedded).Item2,
            _ => ((RNN)_layer).call(embedded).Item2,
        };
        return _linear.call(_bidirectional ? cat([hidden[-2], hidden[-1]], 1) : hidden[-1]);
    }
}
