using static LstmCourse.Scratch.Activations;

namespace LstmCourse.Scratch;

/// <summary>
/// A plain recurrent layer: h_t = tanh(W x_t + U h_{t−1} + b), with W (hidden, input), U (hidden, hidden), b (hidden).
/// On the way back each step multiplies the gradient by Uᵀ and by 1 − h²:
/// <code>
/// δ_t = ∂L/∂h_t ⊙ (1 − h_t²)
/// ∂L/∂h_{t−1} = Uᵀ δ_t     ∂L/∂W += δ_t x_tᵀ     ∂L/∂U += δ_t h_{t−1}ᵀ     ∂L/∂b += δ_t
/// </code>
/// </summary>
public sealed class VectorRnn : RecurrentNetwork
{
    /// <summary>Creates a layer with weights drawn evenly from −s/√hidden to s/√hidden, where s is the scale, and biases of 0.</summary>
    /// <param name="inputSize">How many numbers one input holds.</param>
    /// <param name="hiddenSize">How many numbers the hidden state holds.</param>
    /// <param name="seed">The seed of the weights.</param>
    /// <param name="recurrentScale">The scale s of the recurrent weights U; that of W is always 1.</param>
    public VectorRnn(int inputSize, int hiddenSize, int seed, double recurrentScale = 1) : base(inputSize, hiddenSize)
    {
        var random = new Random(seed);
        var limit = 1 / Math.Sqrt(hiddenSize);
        W = new Parameter("W", hiddenSize, inputSize).Uniform(limit, random);
        U = new Parameter("U", hiddenSize, hiddenSize).Uniform(limit * recurrentScale, random);
        B = new Parameter("b", hiddenSize, 1);
        Parameters = [W, U, B];
    }

    /// <summary>The input weights, (hidden, input).</summary>
    public Parameter W { get; }

    /// <summary>The recurrent weights, (hidden, hidden).</summary>
    public Parameter U { get; }

    /// <summary>The biases, (hidden, 1).</summary>
    public Parameter B { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; }

    private protected override RecurrentPass Read(IReadOnlyList<double[]> inputs, double[] hidden, double[] cell)
    {
        var states = new double[inputs.Count][];
        for (var t = 0; t < inputs.Count; t++)
        {
            var h = (double[])B.Values.Clone();
            W.AddProduct(inputs[t], h);
            U.AddProduct(t == 0 ? hidden : states[t - 1], h);
            for (var k = 0; k < h.Length; k++) h[k] = Tanh(h[k]);
            states[t] = h;
        }

        return new Pass(this, inputs, hidden, states);
    }

    private sealed class Pass(VectorRnn layer, IReadOnlyList<double[]> inputs, double[] initial, double[][] hidden) : RecurrentPass(hidden)
    {
        public override RecurrentState Last => new(Hidden[^1]);

        private protected override StateGradients GoBack(double[] lastHidden)
        {
            var (dHidden, dInputs) = (new double[Hidden.Length][], new double[Hidden.Length][]);
            var dh = lastHidden;
            for (var t = Hidden.Length - 1; t >= 0; t--)
            {
                dHidden[t] = dh;
                var delta = new double[dh.Length];
                for (var k = 0; k < delta.Length; k++) delta[k] = dh[k] * (1 - Hidden[t][k] * Hidden[t][k]);

                var previous = t == 0 ? initial : Hidden[t - 1];
                layer.W.AccumulateOuter(delta, inputs[t]);
                layer.U.AccumulateOuter(delta, previous);
                layer.B.Accumulate(delta);

                dh = new double[dh.Length];
                layer.U.AddTransposedProduct(delta, dh);
                dInputs[t] = new double[layer.InputSize];
                layer.W.AddTransposedProduct(delta, dInputs[t]);
            }

            return new StateGradients(dHidden, [], dInputs);
        }
    }
}
