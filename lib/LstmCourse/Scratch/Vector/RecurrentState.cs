namespace LstmCourse.Scratch.Vector;

/// <summary>What a recurrent network carries from step to step.</summary>
/// <param name="hidden">The hidden state h, (hidden).</param>
/// <param name="cell">The cell state c, (hidden); null for a network that has none.</param>
public sealed class RecurrentState(double[] hidden, double[]? cell = null)
{
    /// <summary>The hidden state h, (hidden).</summary>
    public double[] Hidden { get; } = hidden;

    /// <summary>The cell state c, (hidden); null for a network that has none.</summary>
    public double[]? Cell { get; } = cell;
}
