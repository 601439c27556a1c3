namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// The smallest LSTM: one number in, one hidden state, one cell state. It reads a sequence step by step and remembers everything it
/// computed, for looking at.
/// </summary>
/// <param name="weights">The twelve weights and biases; <see cref="LstmWeights.Ones"/> if left out.</param>
public sealed class MiniLstm(LstmWeights? weights = null)
{
    /// <summary>The weights that every step uses.</summary>
    public LstmWeights Weights { get; } = weights ?? LstmWeights.Ones;

    /// <summary>Reads a sequence from the first number to the last.</summary>
    /// <param name="inputs">The inputs x₁, x₂, …</param>
    /// <param name="hidden">The hidden state before the first step.</param>
    /// <param name="cell">The cell state before the first step.</param>
    /// <returns>Every gate, candidate and state at every step.</returns>
    public LstmTrace Run(IEnumerable<double> inputs, double hidden = 0, double cell = 0)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        var steps = new List<LstmStep>();
        foreach (var x in inputs)
        {
            var step = LstmStep.Compute(x, hidden, cell, Weights);
            steps.Add(step);
            (hidden, cell) = (step.Hidden, step.Cell);
        }

        return new LstmTrace(Weights, steps);
    }
}
