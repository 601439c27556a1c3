namespace LstmCourse.Series.Anomalies;

/// <summary>
/// What simple detectors expect of the next value: each expectation is made from the values before it, and never from the value itself or
/// a later one. The first value has no past; its own value stands there, so that it can raise no alarm.
/// </summary>
public static class CausalExpectation
{
    /// <summary>The median of the last <paramref name="window"/> values; at the beginning of as many as there are.</summary>
    /// <param name="values">The values in order of time, all of them numbers.</param>
    /// <param name="window">How many, at least 1. Of an even number the median is the mean of the two in the middle.</param>
    /// <exception cref="ArgumentException">There are no values, or one is no number.</exception>
    public static double[] RollingMedian(IReadOnlyList<double> values, int window)
    {
        CheckValues(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var expected = new double[values.Count];
        expected[0] = values[0];
        for (var t = 1; t < expected.Length; t++)
        {
            double[] sorted = [.. Enumerable.Range(Math.Max(0, t - window), Math.Min(t, window)).Select(i => values[i]).Order()];
            expected[t] = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }

        return expected;
    }

    /// <summary>
    /// The exponentially weighted moving average (Roberts, "Control chart tests based on geometric moving averages", 1959):
    /// <code>m₀ = x₀,  mₜ = α xₜ + (1 − α) mₜ₋₁,  expected at t: mₜ₋₁</code>
    /// </summary>
    /// <param name="values">The values in order of time, all of them numbers.</param>
    /// <param name="alpha">The weight of the newest value, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">There are no values, or one is no number.</exception>
    public static double[] Ewma(IReadOnlyList<double> values, double alpha)
    {
        CheckValues(values);
        if (alpha is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected a weight above 0 and at most 1.");
        var expected = new double[values.Count];
        expected[0] = values[0];                                                  // also m₀, so that nothing changes at step 1
        for (var t = 1; t < expected.Length; t++) expected[t] = alpha * values[t - 1] + (1 - alpha) * expected[t - 1];

        return expected;
    }

    private static void CheckValues(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException("Expected at least one value, got none.", nameof(values));
        for (var t = 0; t < values.Count; t++)
        {
            if (!double.IsFinite(values[t]))
                throw new ArgumentException($"The value at step {t} is no number. Fill it in, or use the part before or after it.",
                    nameof(values));
        }
    }
}
