namespace LstmCourse.Scratch.Scalar;

/// <summary>Four numbers, one for each gate and one for the candidate; used for their sums before squashing.</summary>
/// <param name="Forget">The forget gate's.</param>
/// <param name="Input">The input gate's.</param>
/// <param name="Candidate">The candidate's.</param>
/// <param name="Output">The output gate's.</param>
public readonly record struct GateValues(double Forget, double Input, double Candidate, double Output);
