namespace LstmCourse.Models;

/// <summary>
/// Minimises a smooth function by L-BFGS with a backtracking line search: Newton's method, with the curvature estimated from the last few steps.
/// Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 7.4 and 7.5.
/// </summary>
internal static class Lbfgs
{
    private const int Memory = 8;

    /// <summary>Computes the function's value at a point, and writes its gradient.</summary>
    internal delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Moves <paramref name="x"/> to the minimum and returns the value there.</summary>
    /// <param name="evaluate">The function.</param>
    /// <param name="x">The start, and afterwards the minimum.</param>
    /// <param name="tolerance">Ends when no component of the gradient is larger.</param>
    /// <param name="maxIterations">Ends after so many steps at the latest.</param>
    public static double Minimize(Objective evaluate, double[] x, double tolerance = 1e-6, int maxIterations = 300)
    {
        var gradient = new double[x.Length];
        var (nextX, nextGradient) = (new double[x.Length], new double[x.Length]);
        var history = new List<(double[] Step, double[] Change, double Curvature)>(Memory);
        var value = evaluate(x, gradient);

        for (var iteration = 0; iteration < maxIterations && Largest(gradient) > tolerance; iteration++)
        {
            var direction = Direction(gradient, history);
            var slope = Dot(gradient, direction);
            var length = history.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1.0;

            double nextValue;
            while (true)
            {
                for (var i = 0; i < x.Length; i++) nextX[i] = x[i] + length * direction[i];
                nextValue = evaluate(nextX, nextGradient);
                if (nextValue <= value + 1e-4 * length * slope) break;
                length /= 2;
                if (length < 1e-12) return value;
            }

            var (step, change) = (new double[x.Length], new double[x.Length]);
            for (var i = 0; i < x.Length; i++) (step[i], change[i]) = (nextX[i] - x[i], nextGradient[i] - gradient[i]);
            var curvature = Dot(step, change);
            if (curvature > 1e-14)
            {
                if (history.Count == Memory) history.RemoveAt(0);
                history.Add((step, change, curvature));
            }

            nextX.CopyTo(x, 0);
            nextGradient.CopyTo(gradient, 0);
            value = nextValue;
        }

        return value;
    }

    // The two-loop recursion: minus the estimated inverse Hessian times the gradient.
    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change, double Curvature)> history)
    {
        double[] q = [.. gradient];
        var alphas = new double[history.Count];
        for (var k = history.Count - 1; k >= 0; k--)
        {
            var (step, change, curvature) = history[k];
            alphas[k] = Dot(step, q) / curvature;
            AddScaled(q, change, -alphas[k]);
        }

        if (history.Count > 0)
        {
            var (_, change, curvature) = history[^1];
            var scale = curvature / Dot(change, change);
            for (var i = 0; i < q.Length; i++) q[i] *= scale;
        }

        for (var k = 0; k < history.Count; k++)
        {
            var (step, change, curvature) = history[k];
            AddScaled(q, step, alphas[k] - Dot(change, q) / curvature);
        }

        for (var i = 0; i < q.Length; i++) q[i] = -q[i];
        return q;
    }

    private static void AddScaled(double[] target, double[] source, double factor)
    {
        for (var i = 0; i < target.Length; i++) target[i] += factor * source[i];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double Largest(double[] values) => values.Max(Math.Abs);
}
