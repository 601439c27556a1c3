using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Tests.Contract;

/// <summary>The model of the golden files: words in, two logits for each word out.</summary>
internal sealed class Tagger : Module<Tensor, Tensor>
{
    private readonly Embedding embedding = Embedding(7, 3);
    private readonly LSTM lstm = LSTM(3, 4, numLayers: 2, batchFirst: true, bidirectional: true);
    private readonly Linear fc = Linear(8, 2);

    public Tagger()
        : base(nameof(Tagger)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var (output, _, _) = lstm.call(embedding.call(input));
        return fc.call(output);
    }
}
