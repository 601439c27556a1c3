namespace LstmCourse.Scratch;

/// <summary>How a loss on the last hidden state answers to the states and inputs before it.</summary>
/// <param name="Hidden">∂L/∂h_t, (time, hidden).</param>
/// <param name="Cell">∂L/∂c_t, (time, hidden); empty for a network without a cell state.</param>
/// <param name="Inputs">∂L/∂x_t, (time, input).</param>
public sealed record StateGradients(double[][] Hidden, double[][] Cell, double[][] Inputs);
