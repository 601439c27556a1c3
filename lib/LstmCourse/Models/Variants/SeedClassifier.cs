using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LstmCourse.Models.Variants;

/// <summary>
/// Reads sequences of token ids and names a class at each step, once for each seed: one-hot inputs, a <see cref="SeedLayer"/>, and a linear
/// layer on the hidden states.
/// </summary>
public sealed class SeedClassifier : nn.Module<Tensor, Tensor>
{
    private readonly SeedLayer layer;
    private readonly Parameter head;
    private readonly Parameter bias;

    /// <summary>Builds the model, with fresh random weights for its linear layer. Build it outside of any dispose scope.</summary>
    /// <param name="layer">The recurrent layer. It reads one-hot tokens: its input size is the number of token ids.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    public SeedClassifier(SeedLayer layer, int classes) : base(nameof(SeedClassifier))
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        this.layer = layer;
        using var draw = new SeedDraw(layer.Seeds, layer.HiddenSize);
        head = new Parameter(draw.Weight(layer.HiddenSize, classes));
        bias = new Parameter(draw.Weight(1, classes));
        RegisterComponents();
    }

    /// <summary>The recurrent layer.</summary>
    public SeedLayer Layer => layer;

    /// <summary>Scores the classes at each step.</summary>
    /// <param name="tokens">Token ids, (seeds, batch, time), Int64.</param>
    /// <returns>Logits, (seeds, batch, time, class).</returns>
    public override Tensor forward(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var input = nn.functional.one_hot(tokens, layer.InputSize).to(head.dtype);              // (seeds, batch, time, token)
        var hidden = stack(layer.call(input), 2);                                               // (seeds, batch, time, hidden)
        var logits = hidden.flatten(1, 2).bmm(head).Plus(bias);                                 // (seeds, batch · time, class)
        return logits.view([.. tokens.shape, head.size(2)]);
    }
}
