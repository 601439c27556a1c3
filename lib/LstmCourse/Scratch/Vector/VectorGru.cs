using LstmCourse.Scratch.Scalar;
using static LstmCourse.Scratch.Scalar.Activations;

namespace LstmCourse.Scratch.Vector;

/// <summary>
/// A GRU layer: the equations of <see cref="GruStep"/> with vectors for states and a matrix for each weight, W (hidden, input),
/// U (hidden, hidden), b (hidden). The reset gate stands before or after the product with U. The way back is
/// <see cref="VectorGruBackward"/>.
/// </summary>
public sealed class VectorGru : RecurrentNetwork
{
    /// <summary>Creates a layer with weights drawn evenly from −1/√hidden to 1/√hidden, and biases of 0 except the update gate's.</summary>
    /// <param name="inputSize">How many numbers one input holds.</param>
    /// <param name="hiddenSize">How many numbers the hidden state holds.</param>
    /// <param name="seed">The seed of the weights.</param>
    /// <param name="updateBias">
    /// The update gate's bias. Above 0 the layer starts out keeping its state, as an LSTM does with a forget bias.
    /// </param>
    /// <param name="order">Where the reset gate stands.</param>
    public VectorGru(int inputSize, int hiddenSize, int seed, double updateBias = 0, ResetOrder order = ResetOrder.AfterProduct)
        : base(inputSize, hiddenSize)
    {
        var random = new Random(seed);
        var limit = 1 / Math.Sqrt(hiddenSize);
        Order = order;
        Reset = new VectorGate("r", inputSize, hiddenSize, limit, 0, random);
        Update = new VectorGate("z", inputSize, hiddenSize, limit, updateBias, random);
        Candidate = new VectorGate("n", inputSize, hiddenSize, limit, 0, random);
        RecurrentBias = new Parameter("b′_n", hiddenSize, 1);
        Parameters = [.. Reset.Parameters, .. Update.Parameters, .. Candidate.Parameters];
        if (order == ResetOrder.AfterProduct) Parameters = [.. Parameters, RecurrentBias];
    }

    /// <summary>Where the reset gate stands.</summary>
    public ResetOrder Order { get; }

    /// <summary>
    /// W, U and b of the reset gate, the update gate and the candidate, in this order; then, where the reset gate stands after the product,
    /// the candidate's second bias b′.
    /// </summary>
    public override IReadOnlyList<Parameter> Parameters { get; }

    internal VectorGate Reset { get; }

    internal VectorGate Update { get; }

    internal VectorGate Candidate { get; }

    internal Parameter RecurrentBias { get; }

    private protected override RecurrentPass Read(IReadOnlyList<double[]> inputs, double[] hidden, double[] cell)
    {
        var steps = new VectorGruStep[inputs.Count];
        var h = hidden;
        for (var t = 0; t < steps.Length; t++)
        {
            var x = inputs[t];
            var r = Reset.Open(x, h, Sigmoid);
            var z = Update.Open(x, h, Sigmoid);
            var seen = new double[HiddenSize];
            var n = Order == ResetOrder.BeforeProduct ? CandidateBefore(x, h, r, seen) : CandidateAfter(x, h, r, seen);

            var newHidden = new double[HiddenSize];
            for (var k = 0; k < HiddenSize; k++) newHidden[k] = z[k] * h[k] + (1 - z[k]) * n[k];

            steps[t] = new VectorGruStep(x, h, r, z, seen, n, newHidden);
            h = newHidden;
        }

        return new VectorGruBackward(this, steps);
    }

    // seen = r ⊙ h
    private double[] CandidateBefore(double[] x, double[] h, double[] r, double[] seen)
    {
        for (var k = 0; k < HiddenSize; k++) seen[k] = r[k] * h[k];
        return Candidate.Open(x, seen, Tanh);
    }

    // seen = U h + b′
    private double[] CandidateAfter(double[] x, double[] h, double[] r, double[] seen)
    {
        RecurrentBias.Values.CopyTo(seen, 0);
        Candidate.U.AddProduct(h, seen);
        var n = (double[])Candidate.B.Values.Clone();
        Candidate.W.AddProduct(x, n);
        for (var k = 0; k < HiddenSize; k++) n[k] = Tanh(n[k] + r[k] * seen[k]);
        return n;
    }
}
