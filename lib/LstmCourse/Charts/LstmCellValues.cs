namespace LstmCourse.Charts;

/// <summary>The numbers of one scalar LSTM step, for <see cref="Diagrams.LstmCell"/>.</summary>
/// <param name="X">The input x.</param>
/// <param name="PreviousHidden">The hidden state before the step.</param>
/// <param name="PreviousCell">The cell state before the step.</param>
/// <param name="Forget">The forget gate f.</param>
/// <param name="Input">The input gate i.</param>
/// <param name="Candidate">The candidate g.</param>
/// <param name="Output">The output gate o.</param>
/// <param name="Cell">The cell state after the step.</param>
/// <param name="Hidden">The hidden state after the step.</param>
public sealed record LstmCellValues(
    double X, double PreviousHidden, double PreviousCell, double Forget, double Input, double Candidate, double Output, double Cell,
    double Hidden);
