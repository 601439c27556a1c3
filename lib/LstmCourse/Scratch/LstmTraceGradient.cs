namespace LstmCourse.Scratch;

/// <summary>How a loss on the last hidden state answers to everything before it.</summary>
/// <param name="Weights">∂L/∂W, ∂L/∂U and ∂L/∂b, summed over the steps that share them.</param>
/// <param name="Hidden">∂L/∂h_t, one value per step.</param>
/// <param name="Cell">∂L/∂c_t, one value per step.</param>
/// <param name="X">∂L/∂x_t, one value per step.</param>
public sealed record LstmTraceGradient(LstmWeights Weights, double[] Hidden, double[] Cell, double[] X);
