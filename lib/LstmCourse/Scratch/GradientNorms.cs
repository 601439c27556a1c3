namespace LstmCourse.Scratch;

/// <summary>The lengths of the gradients that arrive at each step, from the first step to the last.</summary>
/// <param name="Hidden">‖∂L/∂h_t‖, one value per step.</param>
/// <param name="Cell">‖∂L/∂c_t‖, one value per step; empty for a network without a cell state.</param>
public sealed record GradientNorms(double[] Hidden, double[] Cell);
