namespace LstmCourse.Scratch.Scalar;

/// <summary>How a loss on the last hidden state answers to everything before it.</summary>
/// <param name="weights">∂L/∂W, ∂L/∂U and ∂L/∂b, summed over the steps that share them.</param>
/// <param name="hidden">∂L/∂h_t, one value per step.</param>
/// <param name="cell">∂L/∂c_t, one value per step.</param>
/// <param name="x">∂L/∂x_t, one value per step.</param>
public sealed class LstmTraceGradient(LstmWeights weights, double[] hidden, double[] cell, double[] x)
{
    /// <summary>∂L/∂W, ∂L/∂U and ∂L/∂b, summed over the steps that share them.</summary>
    public LstmWeights Weights { get; } = weights;

    /// <summary>∂L/∂h_t, one value per step.</summary>
    public double[] Hidden { get; } = hidden;

    /// <summary>∂L/∂c_t, one value per step.</summary>
    public double[] Cell { get; } = cell;

    /// <summary>∂L/∂x_t, one value per step.</summary>
    public double[] X { get; } = x;
}
