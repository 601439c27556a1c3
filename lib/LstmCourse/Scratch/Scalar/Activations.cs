namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// The two squashing functions of an LSTM, their slopes, and softmax. All are computed from additions, multiplications and divisions
/// alone, so that a seed gives the same numbers on every machine.
/// </summary>
public static class Activations
{
    /// <summary>
    /// The logistic function σ(x) = 1 / (1 + e^−x), from 0 to 1: how far a gate is open.
    /// For negative x it is computed as e^x / (1 + e^x), so that nothing overflows however large |x| is.
    /// </summary>
    public static double Sigmoid(double x)
    {
        if (x >= 0) return 1.0 / (1.0 + SteadyMath.Exp(-x));
        var e = SteadyMath.Exp(x);
        return e / (1.0 + e);
    }

    /// <summary>The slope σ′(x) = σ(x) (1 − σ(x)). It is never more than ¼, and close to 0 where the gate is fully open or shut.</summary>
    public static double SigmoidDerivative(double x)
    {
        var s = Sigmoid(x);
        return s * (1.0 - s);
    }

    /// <summary>The hyperbolic tangent tanh(x) = (e^2x − 1) / (e^2x + 1), from −1 to 1: what may be written into memory.</summary>
    public static double Tanh(double x)
    {
        if (double.IsNaN(x)) return x;
        var size = Math.Abs(x);
        if (size > 20.0) return Math.Sign(x);
        var e = SteadyMath.ExpMinusOne(2.0 * size);
        return Math.CopySign(e / (e + 2.0), x);
    }

    /// <summary>The slope tanh′(x) = 1 − tanh²(x). It is 1 at 0 and less everywhere else.</summary>
    public static double TanhDerivative(double x)
    {
        var t = Tanh(x);
        return 1.0 - t * t;
    }

    /// <summary>
    /// Turns scores into probabilities that sum to 1: e^zᵢ / Σ e^zⱼ. The largest score is subtracted first, which changes nothing in the
    /// result and keeps the exponentials in range.
    /// </summary>
    /// <exception cref="ArgumentException">There are no scores.</exception>
    public static double[] Softmax(IReadOnlyList<double> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 0) throw new ArgumentException("Expected at least one score, got none.", nameof(scores));

        var largest = scores.Max();
        var exponentials = scores.Select(z => SteadyMath.Exp(z - largest)).ToArray();
        var sum = exponentials.Sum();
        return [.. exponentials.Select(e => e / sum)];
    }
}
