namespace LstmCourse.Scratch.Scalar;

/// <summary>The three numbers of one scalar gate, whose sum before squashing is <c>W·x + U·h + B</c>.</summary>
/// <param name="W">The weight of the input x.</param>
/// <param name="U">The weight of the previous hidden state h, the recurrent weight.</param>
/// <param name="B">The bias: what the gate does when both are 0.</param>
public sealed record GateWeights(double W, double U, double B)
{
    /// <summary>The gate's sum before it is squashed: W·x + U·h + B.</summary>
    public double Sum(double x, double h) => W * x + U * h + B;
}
