using static LstmCourse.Scratch.Activations;

namespace LstmCourse.Scratch;

/// <summary>
/// An LSTM layer: the six equations of <see cref="LstmStep"/> with vectors for states and a matrix for each weight,
/// W (hidden, input), U (hidden, hidden), b (hidden). The way back is that of <see cref="LstmStepGradient"/>, element by element.
/// </summary>
public sealed class VectorLstm : RecurrentNetwork
{
    private readonly VectorGate _forget;
    private readonly VectorGate _input;
    private readonly VectorGate _candidate;
    private readonly VectorGate _output;

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
        _forget = new VectorGate("f", inputSize, hiddenSize, limit, forgetBias, random);
        _input = new VectorGate("i", inputSize, hiddenSize, limit, 0, random);
        _candidate = new VectorGate("g", inputSize, hiddenSize, limit, 0, random);
        _output = new VectorGate("o", inputSize, hiddenSize, limit, 0, random);
        Parameters = [.. _forget.Parameters, .. _input.Parameters, .. _candidate.Parameters, .. _output.Parameters];
    }

    /// <summary>W, U and b of the forget gate, the input gate, the candidate and the output gate, in this order.</summary>
    public override IReadOnlyList<Parameter> Parameters { get; }

    private protected override RecurrentPass Read(IReadOnlyList<double[]> inputs, double[] hidden, double[] cell)
    {
        var steps = new Step[inputs.Count];
        var (h, c) = (hidden, cell);
        for (var t = 0; t < steps.Length; t++)
        {
            var x = inputs[t];
            var f = _forget.Open(x, h, Sigmoid);
            var i = _input.Open(x, h, Sigmoid);
            var g = _candidate.Open(x, h, Tanh);
            var o = _output.Open(x, h, Sigmoid);

            var (newCell, shown, newHidden) = (new double[HiddenSize], new double[HiddenSize], new double[HiddenSize]);
            for (var k = 0; k < HiddenSize; k++)
            {
                newCell[k] = f[k] * c[k] + i[k] * g[k];
                shown[k] = Tanh(newCell[k]);
                newHidden[k] = o[k] * shown[k];
            }

            steps[t] = new Step(x, h, c, f, i, g, o, newCell, shown, newHidden);
            (h, c) = (newHidden, newCell);
        }

        return new Pass(this, steps);
    }

    private sealed record Step(
        double[] X, double[] H, double[] C, double[] F, double[] I, double[] G, double[] O, double[] NewCell, double[] Shown, double[] NewHidden);

    private sealed class Pass(VectorLstm layer, Step[] steps) : RecurrentPass([.. steps.Select(step => step.NewHidden)])
    {
        public override RecurrentState Last => new(steps[^1].NewHidden, steps[^1].NewCell);

        private protected override StateGradients GoBack(double[] lastHidden)
        {
            var size = layer.HiddenSize;
            var (dHidden, dCell, dInputs) = (new double[steps.Length][], new double[steps.Length][], new double[steps.Length][]);
            var (dh, dc) = (lastHidden, new double[size]);
            var (df, di, dg, dOut) = (new double[size], new double[size], new double[size], new double[size]);

            for (var t = steps.Length - 1; t >= 0; t--)
            {
                var s = steps[t];
                var previousCell = new double[size];
                for (var k = 0; k < size; k++)
                {
                    dc[k] += dh[k] * s.O[k] * (1 - s.Shown[k] * s.Shown[k]);
                    df[k] = dc[k] * s.C[k] * s.F[k] * (1 - s.F[k]);
                    di[k] = dc[k] * s.G[k] * s.I[k] * (1 - s.I[k]);
                    dg[k] = dc[k] * s.I[k] * (1 - s.G[k] * s.G[k]);
                    dOut[k] = dh[k] * s.Shown[k] * s.O[k] * (1 - s.O[k]);
                    previousCell[k] = dc[k] * s.F[k];
                }

                var (dx, previousHidden) = (new double[layer.InputSize], new double[size]);
                layer._forget.Back(df, s.X, s.H, dx, previousHidden);
                layer._input.Back(di, s.X, s.H, dx, previousHidden);
                layer._candidate.Back(dg, s.X, s.H, dx, previousHidden);
                layer._output.Back(dOut, s.X, s.H, dx, previousHidden);

                (dHidden[t], dCell[t], dInputs[t]) = (dh, dc, dx);
                (dh, dc) = (previousHidden, previousCell);
            }

            return new StateGradients(dHidden, dCell, dInputs);
        }
    }
}
