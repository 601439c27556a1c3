namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// The smallest plain recurrent network, for comparison: h′ = tanh(W x + U h + B). Its one state is memory and answer at once, and every
/// step writes over it. Source: Elman, Finding Structure in Time, Cognitive Science 14(2), 1990.
/// </summary>
/// <param name="weights">Its three numbers; W = 1, U = 1, B = 0 if left out.</param>
public sealed class MiniRnn(GateWeights? weights = null)
{
    /// <summary>The weights that every step uses.</summary>
    public GateWeights Weights { get; } = weights ?? new GateWeights(W: 1, U: 1, B: 0);

    /// <summary>One step: tanh(W x + U h + B).</summary>
    public double Step(double x, double h) => Activations.Tanh(Weights.Sum(x, h));

    /// <summary>Reads a sequence and returns the hidden state after each step.</summary>
    /// <param name="inputs">The inputs x₁, x₂, …</param>
    /// <param name="hidden">The hidden state before the first step.</param>
    public double[] Run(IEnumerable<double> inputs, double hidden = 0)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        var states = new List<double>();
        foreach (var x in inputs)
        {
            hidden = Step(x, hidden);
            states.Add(hidden);
        }

        return [.. states];
    }

    /// <summary>
    /// The gradient ∂h_T/∂h_t of the last hidden state with respect to each one, by the chain rule: going back one step multiplies by
    /// U (1 − h²).
    /// </summary>
    /// <param name="states">The states that <see cref="Run"/> returned.</param>
    public double[] Backward(IReadOnlyList<double> states)
    {
        ArgumentNullException.ThrowIfNull(states);

        var gradients = new double[states.Count];
        var gradient = 1.0;
        for (var t = states.Count - 1; t >= 0; t--)
        {
            gradients[t] = gradient;
            gradient *= Weights.U * (1 - states[t] * states[t]);
        }

        return gradients;
    }
}
