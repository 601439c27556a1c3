namespace LstmCourse.Scratch;

/// <summary>How long the gradient is that arrives after a number of steps back: index 0 is the last step, where the loss is, index k lies k steps before it.</summary>
/// <param name="Hidden">‖∂L/∂h‖ after 0, 1, 2, … steps back.</param>
/// <param name="Cell">‖∂L/∂c‖ after 0, 1, 2, … steps back; empty for a network without a cell state.</param>
public sealed record GradientNorms(double[] Hidden, double[] Cell);
