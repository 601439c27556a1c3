using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LstmCourse.Models.Variants;

/// <summary>
/// The GRU of <c>nn.GRU</c>, once for each seed: r = σ(x Wr + h Ur + br), z = σ(x Wz + h Uz + bz),
/// n = tanh(x Wn + bn + r ⊙ (h Un + d)), h' = (1 − z) ⊙ n + z ⊙ h.
/// </summary>
/// <remarks>Weights are stored as (seeds, inputs, 3 · hidden), parts in the order r, z, n.</remarks>
public sealed class VariantGru : SeedLayer
{
    private readonly Parameter weight;
    private readonly Parameter recurrent;
    private readonly Parameter bias;
    private readonly Parameter inner;

    /// <summary>Builds the layer with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="inputSize">Numbers of an input.</param>
    /// <param name="hiddenSize">Hidden units of each copy.</param>
    /// <param name="seeds">The seeds of the first weights, one for each copy.</param>
    /// <param name="forgetBias">What is added to the first bias of z, which keeps the old state as a forget gate does.</param>
    public VariantGru(int inputSize, int hiddenSize, IReadOnlyList<int> seeds, double forgetBias = 0)
        : base(nameof(VariantGru), inputSize, hiddenSize, seeds)
    {
        using var draw = new SeedDraw(Seeds, hiddenSize);
        weight = new Parameter(draw.Weight(inputSize, 3 * hiddenSize));
        recurrent = new Parameter(draw.Weight(hiddenSize, 3 * hiddenSize));
        var first = draw.Weight(1, 3 * hiddenSize);
        first.narrow(2, hiddenSize, hiddenSize).add_(forgetBias);
        bias = new Parameter(first);
        inner = new Parameter(draw.Weight(1, hiddenSize));
        RegisterComponents();
    }

    private protected override IReadOnlyList<Tensor> Read(Tensor input)
    {
        var h = StartFor(input);
        var hidden = new List<Tensor>();
        foreach (var x in Project(input, weight, bias))
        {
            h = Step(x, h.bmm(recurrent), h);
            hidden.Add(h);
        }

        return hidden;
    }

    private Tensor Step(Tensor fromInput, Tensor fromState, Tensor h)   // (seeds, batch, 3 · hidden) twice, (seeds, batch, hidden)
    {
        var (x, u) = (fromInput.split(HiddenSize, 2), fromState.split(HiddenSize, 2));
        var r = x[0].Plus(u[0]).sigmoid();
        var z = x[1].Plus(u[1]).sigmoid();
        var n = x[2].Plus(r * u[2].Plus(inner)).tanh();
        return lerp(n, h, z);                                           // (1 − z) ⊙ n + z ⊙ h
    }
}
