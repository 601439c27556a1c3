using static LstmCourse.Scratch.Scalar.Activations;

namespace LstmCourse.Scratch.Vector;

/// <summary>
/// A plain recurrent layer: h_t = tanh(W x_t + U h_{t−1} + b), with W (hidden, input), U (hidden, hidden), b (hidden).
/// The way back is <see cref="VectorRnnBackward"/>.
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

        return new VectorRnnBackward(this, inputs, hidden, states);
    }
}
