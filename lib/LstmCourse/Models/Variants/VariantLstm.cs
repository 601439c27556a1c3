using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LstmCourse.Models.Variants;

/// <summary>
/// An LSTM with parts added or taken away, once for each seed. One step, with ⊙ for each number by itself:
/// i = σ(x Wi + h Ui + pi ⊙ c + bi), f = σ(x Wf + h Uf + pf ⊙ c + bf), g = tanh(x Wg + h Ug + bg), c' = f ⊙ c + i ⊙ g,
/// o = σ(x Wo + h Uo + po ⊙ c' + bo), h' = o ⊙ tanh(c'). A gate that the variant lacks is 1; the p are the peepholes.
/// </summary>
/// <remarks>
/// From one seed all variants draw the same first numbers for the parts that they share. There is one bias, where <c>nn.LSTM</c> has two
/// that are added; weights are stored as (seeds, inputs, parts · hidden), parts in the order i, f, g, o.
/// </remarks>
public sealed class VariantLstm : SeedLayer
{
    private readonly Parameter weight;
    private readonly Parameter recurrent;
    private readonly Parameter bias;
    private readonly Parameter? peepholes;

    /// <summary>Builds the layer with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="variant">What it has and what it lacks.</param>
    /// <param name="inputSize">Numbers of an input.</param>
    /// <param name="hiddenSize">Hidden units of each copy.</param>
    /// <param name="seeds">The seeds of the first weights, one for each copy.</param>
    /// <param name="forgetBias">What is added to the forget gate's first bias, where there is one. <c>nn.LSTM</c> adds nothing.</param>
    /// <exception cref="ArgumentException">The variant contradicts itself.</exception>
    public VariantLstm(LstmVariant variant, int inputSize, int hiddenSize, IReadOnlyList<int> seeds, double forgetBias = 0)
        : base(nameof(VariantLstm), inputSize, hiddenSize, seeds)
    {
        ArgumentNullException.ThrowIfNull(variant);
        variant.Validate();
        Variant = variant;
        using var draw = new SeedDraw(Seeds, hiddenSize);
        weight = new Parameter(Kept(draw.Weight(inputSize, 4 * hiddenSize)));
        recurrent = new Parameter(Kept(draw.Weight(hiddenSize, 4 * hiddenSize)));
        var first = draw.Weight(1, 4 * hiddenSize);
        first.narrow(2, hiddenSize, hiddenSize).add_(forgetBias);
        bias = new Parameter(Kept(first));
        if (variant.HasPeepholes) peepholes = new Parameter(draw.Weight(3, hiddenSize));
        RegisterComponents();
    }

    /// <summary>What the layer has and what it lacks.</summary>
    public LstmVariant Variant { get; }

    private protected override IReadOnlyList<Tensor> Read(Tensor input)
    {
        var (h, c) = (StartFor(input), StartFor(input));
        var hidden = new List<Tensor>();
        foreach (var x in Project(input, weight, bias))
        {
            (h, c) = Step(x.PlusProduct(h, recurrent), c);
            hidden.Add(h);
        }

        return hidden;
    }

    private (Tensor Hidden, Tensor Cell) Step(Tensor sums, Tensor c)
    {
        var parts = new Queue<Tensor>(sums.split(HiddenSize, 2));       // each (seeds, batch, hidden): those that the variant has
        var i = Variant.HasOwnInputGate ? Peep(parts.Dequeue(), 0, c).sigmoid() : null;
        var f = Variant.HasForgetGate ? Peep(parts.Dequeue(), 1, c).sigmoid() : null;
        var g = Variant.HasTanhCandidate ? parts.Dequeue().tanh() : parts.Dequeue();

        var cell = Variant.IsCoupled
            ? lerp(g, c, f!)                                            // f ⊙ c + (1 − f) ⊙ g
            : (f is null ? c : f * c).Plus(i is null ? g : i * g);

        var o = Variant.HasOutputGate ? Peep(parts.Dequeue(), 2, cell).sigmoid() : null;
        return (o is null ? cell.tanh() : o * cell.tanh(), cell);
    }

    // A gate's sum, and what it sees of the cell. Row 0 of the peepholes belongs to i, 1 to f, 2 to o.
    private Tensor Peep(Tensor sum, int row, Tensor c) => peepholes is null ? sum : sum.Plus(peepholes.narrow(1, row, 1) * c);

    private Tensor Kept(Tensor all)
    {
        bool[] has = [Variant.HasOwnInputGate, Variant.HasForgetGate, true, Variant.HasOutputGate];
        return cat([.. all.chunk(4, 2).Where((_, part) => has[part])], 2);
    }
}
