namespace LstmCourse.Scratch.Vector;

/// <summary>
/// How long the gradient is that arrives after a number of steps back: index 0 is the last step, where the loss is, index k lies k steps
/// before it.
/// </summary>
/// <param name="hidden">‖∂L/∂h‖ after 0, 1, 2, … steps back.</param>
/// <param name="cell">‖∂L/∂c‖ after 0, 1, 2, … steps back; empty for a network without a cell state.</param>
public sealed class GradientNorms(double[] hidden, double[] cell)
{
    /// <summary>‖∂L/∂h‖ after 0, 1, 2, … steps back.</summary>
    public double[] Hidden { get; } = hidden;

    /// <summary>‖∂L/∂c‖ after 0, 1, 2, … steps back; empty for a network without a cell state.</summary>
    public double[] Cell { get; } = cell;
}
