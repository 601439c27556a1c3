using LstmCourse.Charts;
using static LstmCourse.Scratch.Scalar.Activations;

namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// One step of a scalar LSTM, with everything that was computed on the way:
/// <code>
/// f = σ(W_f x + U_f h + b_f)      forget gate
/// i = σ(W_i x + U_i h + b_i)      input gate
/// g = tanh(W_g x + U_g h + b_g)   candidate, often written c̃
/// o = σ(W_o x + U_o h + b_o)      output gate
/// c' = f c + i g                  new cell state
/// h' = o tanh(c')                 new hidden state
/// </code>
/// Source: Hochreiter and Schmidhuber, Long Short-Term Memory, Neural Computation 9(8), 1997, with the forget gate of Gers, Schmidhuber
/// and Cummins, Learning to Forget, Neural Computation 12(10), 2000.
/// </summary>
/// <param name="X">The input x of this step.</param>
/// <param name="PreviousHidden">The hidden state h before the step.</param>
/// <param name="PreviousCell">The cell state c before the step.</param>
/// <param name="Sums">What goes into the four squashing functions.</param>
/// <param name="Forget">The forget gate f, 0 to 1.</param>
/// <param name="Input">The input gate i, 0 to 1.</param>
/// <param name="Candidate">The candidate g, −1 to 1.</param>
/// <param name="Output">The output gate o, 0 to 1.</param>
/// <param name="Cell">The new cell state c′, unbounded.</param>
/// <param name="Hidden">The new hidden state h′, −1 to 1.</param>
public sealed record LstmStep(
    double X,
    double PreviousHidden,
    double PreviousCell,
    GateValues Sums,
    double Forget,
    double Input,
    double Candidate,
    double Output,
    double Cell,
    double Hidden)
{
    /// <summary>What of the old memory stays: f c.</summary>
    public double Kept => Forget * PreviousCell;

    /// <summary>What is added to the memory: i g.</summary>
    public double Written => Input * Candidate;

    /// <summary>The diagram of an LSTM cell with this step's numbers at its lines.</summary>
    public Diagram ToDiagram() =>
        Diagrams.LstmCell(new LstmCellValues(X, PreviousHidden, PreviousCell, Forget, Input, Candidate, Output, Cell, Hidden));

    /// <summary>Computes one step. It depends on nothing but its arguments.</summary>
    /// <param name="x">The input.</param>
    /// <param name="h">The previous hidden state.</param>
    /// <param name="c">The previous cell state.</param>
    /// <param name="weights">The twelve weights and biases.</param>
    public static LstmStep Compute(double x, double h, double c, LstmWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);

        var sums = new GateValues(weights.Forget.Sum(x, h), weights.Input.Sum(x, h), weights.Candidate.Sum(x, h), weights.Output.Sum(x, h));

        var f = Sigmoid(sums.Forget);
        var i = Sigmoid(sums.Input);
        var g = Tanh(sums.Candidate);
        var o = Sigmoid(sums.Output);

        var cell = f * c + i * g;
        var hidden = o * Tanh(cell);

        return new LstmStep(x, h, c, sums, f, i, g, o, cell, hidden);
    }
}
