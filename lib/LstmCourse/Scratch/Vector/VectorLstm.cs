using LstmCourse.Scratch.Scalar;
using static LstmCourse.Scratch.Scalar.Activations;

namespace LstmCourse.Scratch.Vector;

/// <summary>
/// An LSTM layer: the six equations of <see cref="LstmStep"/> with vectors for states and a matrix for each weight,
/// W (hidden, input), U (hidden, hidden), b (hidden). The way back is <see cref="VectorLstmBackward"/>.
/// </summary>
public sealed class VectorLstm : RecurrentNetwork
{
    /// <summary>Creates a layer with weights drawn evenly from −1/√hidden to 1/√hidden, and biases of 0 except the forget gate's.</summary>
    /// <param name="inputSize">How many numbers one input holds.</param>
    /// <param name="hiddenSize">How many numbers the hidden state and the cell state hold.</param>
    /// <param name="seed">The seed of the weights.</param>
    /// <param name="forgetBias">
    /// The forget gate's bias. 1 or more makes the layer start out remembering: Jozefowicz, Zaremba and Sutskever, An Empirical Exploration
    /// of Recurrent Network Architectures, ICML 2015.
    /// </param>
    public VectorLstm(int inputSize, int hiddenSize, int seed, double forgetBias = 1) : base(inputSize, hiddenSize)
    {
        var random = new Random(seed);
        var limit = 1 / Math.Sqrt(hiddenSize);
        Forget = new VectorGate("f", inputSize, hiddenSize, limit, forgetBias, random);
        Input = new VectorGate("i", inputSize, hiddenSize, limit, 0, random);
        Candidate = new VectorGate("g", inputSize, hiddenSize, limit, 0, random);
        Output = new VectorGate("o", inputSize, hiddenSize, limit, 0, random);
        Parameters = [.. Forget.Parameters, .. Input.Parameters, .. Candidate.Parameters, .. Output.Parameters];
    }

    /// <summary>W, U and b of the forget gate, the input gate, the candidate and the output gate, in this order.</summary>
    public override IReadOnlyList<Parameter> Parameters { get; }

    internal VectorGate Forget { get; }

    internal VectorGate Input { get; }

    internal VectorGate Candidate { get; }

    internal VectorGate Output { get; }

    private protected override RecurrentPass Read(IReadOnlyList<double[]> inputs, double[] hidden, double[] cell)
    {
        var steps = new VectorLstmStep[inputs.Count];
        var (h, c) = (hidden, cell);
        for (var t = 0; t < steps.Length; t++)
        {
            var x = inputs[t];
            var f = Forget.Open(x, h, Sigmoid);
            var i = Input.Open(x, h, Sigmoid);
            var g = Candidate.Open(x, h, Tanh);
            var o = Output.Open(x, h, Sigmoid);

            var (newCell, shown, newHidden) = (new double[HiddenSize], new double[HiddenSize], new double[HiddenSize]);
            for (var k = 0; k < HiddenSize; k++)
            {
                newCell[k] = f[k] * c[k] + i[k] * g[k];
                shown[k] = Tanh(newCell[k]);
                newHidden[k] = o[k] * shown[k];
            }

            steps[t] = new VectorLstmStep(x, h, c, f, i, g, o, newCell, shown, newHidden);
            (h, c) = (newHidden, newCell);
        }

        return new VectorLstmBackward(this, steps);
    }
}
