using static LstmCourse.Scratch.Scalar.Activations;

namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// One step of a scalar gated recurrent unit, with everything that was computed on the way:
/// <code>
/// r = σ(W_r x + U_r h + b_r)         reset gate
/// z = σ(W_z x + U_z h + b_z)         update gate
/// n = tanh(W_n x + U_n (r h) + b_n)  candidate, often written h̃
/// h' = z h + (1 − z) n               new hidden state
/// </code>
/// Source: Cho et al., Learning Phrase Representations using RNN Encoder–Decoder, EMNLP 2014. z keeps the old state, as in that paper and
/// in PyTorch; others call z what is 1 − z here.
/// </summary>
/// <param name="X">The input x of this step.</param>
/// <param name="PreviousHidden">The hidden state h before the step.</param>
/// <param name="Reset">The reset gate r, 0 to 1.</param>
/// <param name="Update">The update gate z, 0 to 1.</param>
/// <param name="Candidate">The candidate n, −1 to 1.</param>
/// <param name="Hidden">The new hidden state h′: between the old one and the candidate.</param>
public sealed record GruStep(double X, double PreviousHidden, double Reset, double Update, double Candidate, double Hidden)
{
    /// <summary>What of the old state stays: z h.</summary>
    public double Kept => Update * PreviousHidden;

    /// <summary>What is added to it: (1 − z) n.</summary>
    public double Written => (1 - Update) * Candidate;

    /// <summary>Computes one step. It depends on nothing but its arguments.</summary>
    /// <param name="x">The input.</param>
    /// <param name="h">The previous hidden state.</param>
    /// <param name="weights">The nine weights and biases.</param>
    public static GruStep Compute(double x, double h, GruWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);

        var r = Sigmoid(weights.Reset.Sum(x, h));
        var z = Sigmoid(weights.Update.Sum(x, h));
        var n = Tanh(weights.Candidate.Sum(x, r * h));

        return new GruStep(x, h, r, z, n, z * h + (1 - z) * n);
    }
}
