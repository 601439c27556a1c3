using MathNet.Numerics.LinearAlgebra;

namespace LstmCourse.Evaluation.Baselines;

/// <summary>The penalised cross-entropy of a logistic regression over sparse rows, and its gradient.</summary>
internal sealed class LogisticObjective(int[][] rows, int[] labels, int features, double l2)
{
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    public static double Score(int[] row, ReadOnlySpan<double> weights, double bias)
    {
        if (row.Length == 0) return bias;
        var sum = 0.0;
        foreach (var feature in row) sum += weights[feature];
        return bias + sum / Math.Sqrt(row.Length);
    }

    /// <summary>The loss at the parameters (all weights, then the bias), and its gradient.</summary>
    public (double Loss, Vector<double> Gradient) Evaluate(Vector<double> point)
    {
        var parameters = point.AsArray() ?? point.ToArray();
        var gradient = new double[parameters.Length];
        var weights = parameters.AsSpan(..features);
        var loss = 0.0;
        for (var n = 0; n < rows.Length; n++)
        {
            var row = rows[n];
            var score = Score(row, weights, parameters[features]);

            // log(1 + e^s) − y s, written so that a large score does not overflow
            loss += Math.Max(score, 0) - score * labels[n] + Math.Log(1 + Math.Exp(-Math.Abs(score)));

            var error = (Sigmoid(score) - labels[n]) / rows.Length;
            gradient[features] += error;
            if (row.Length == 0) continue;
            error /= Math.Sqrt(row.Length);
            foreach (var feature in row) gradient[feature] += error;
        }

        loss /= rows.Length;
        for (var v = 0; v < features; v++)
        {
            loss += l2 / 2 * weights[v] * weights[v];
            gradient[v] += l2 * weights[v];
        }

        return (loss, Vector<double>.Build.Dense(gradient));
    }
}
