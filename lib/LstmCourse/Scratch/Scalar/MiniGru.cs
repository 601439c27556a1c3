namespace LstmCourse.Scratch.Scalar;

/// <summary>The smallest GRU: one number in, one hidden state. It remembers everything it computed, for looking at.</summary>
/// <param name="weights">The nine weights and biases; <see cref="GruWeights.Ones"/> if left out.</param>
public sealed class MiniGru(GruWeights? weights = null)
{
    /// <summary>The weights that every step uses.</summary>
    public GruWeights Weights { get; } = weights ?? GruWeights.Ones;

    /// <summary>Reads a sequence from the first number to the last.</summary>
    /// <param name="inputs">The inputs x₁, x₂, …</param>
    /// <param name="hidden">The hidden state before the first step.</param>
    /// <returns>Both gates, the candidate and the state at every step.</returns>
    public GruTrace Run(IEnumerable<double> inputs, double hidden = 0)
    {
        ArgumentNullException.ThrowIfNull(inputs);

        var steps = new List<GruStep>();
        foreach (var x in inputs)
        {
            var step = GruStep.Compute(x, hidden, Weights);
            steps.Add(step);
            hidden = step.Hidden;
        }

        return new GruTrace(steps);
    }
}
