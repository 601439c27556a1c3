namespace LstmCourse.Scratch.Vector;

/// <summary>How a loss on the last hidden state answers to the states and inputs before it.</summary>
/// <param name="hidden">∂L/∂h_t, (time, hidden).</param>
/// <param name="cell">∂L/∂c_t, (time, hidden); empty for a network without a cell state.</param>
/// <param name="inputs">∂L/∂x_t, (time, input).</param>
public sealed class StateGradients(double[][] hidden, double[][] cell, double[][] inputs)
{
    /// <summary>∂L/∂h_t, (time, hidden).</summary>
    public double[][] Hidden { get; } = hidden;

    /// <summary>∂L/∂c_t, (time, hidden); empty for a network without a cell state.</summary>
    public double[][] Cell { get; } = cell;

    /// <summary>∂L/∂x_t, (time, input).</summary>
    public double[][] Inputs { get; } = inputs;
}
