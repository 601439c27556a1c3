namespace LstmCourse.Series.Anomalies;

/// <summary>From scores to alarms, and what the alarms are worth for each fault.</summary>
public static class Alarms
{
    /// <summary>
    /// A threshold from scores of good data alone: the value that a share <paramref name="quantile"/> of them does not exceed (the smallest
    /// such score). About 1 − <paramref name="quantile"/> of good steps will raise a false alarm.
    /// </summary>
    /// <param name="normalScores">Scores of steps at which nothing was wrong, and on which nothing was trained.</param>
    /// <param name="quantile">The share, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">There are no scores, or one is NaN.</exception>
    public static double Threshold(IEnumerable<double> normalScores, double quantile = 0.99)
    {
        ArgumentNullException.ThrowIfNull(normalScores);
        if (quantile is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "Expected a share above 0 and at most 1, such as 0.99.");
        double[] sorted = [.. normalScores.Order()];
        if (sorted.Length == 0) throw new ArgumentException("Expected at least one score of good data, got none.", nameof(normalScores));
        if (sorted.Any(double.IsNaN)) throw new ArgumentException("A score is NaN: a threshold needs numbers.", nameof(normalScores));

        // A millionth of a step below, since 0.99 · 100 may come out above 99.
        return sorted[Math.Max(0, (int)Math.Ceiling(quantile * sorted.Length - 1e-6) - 1)];
    }

    /// <summary>An alarm at each step whose score is above the threshold.</summary>
    public static bool[] Above(IEnumerable<double> scores, double threshold)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return [.. scores.Select(score => score > threshold)];
    }

    /// <summary>For each step whether a fault lasts at it.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="steps">How many steps the series has.</param>
    /// <exception cref="ArgumentException">A fault lies outside the series.</exception>
    public static bool[] Labels<TKind>(IEnumerable<Fault<TKind>> faults, int steps) where TKind : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var labels = new bool[steps];
        foreach (var fault in faults)
        {
            CheckInside(fault, steps);
            Array.Fill(labels, true, fault.Start, fault.Length);
        }

        return labels;
    }

    /// <summary>
    /// How many steps after its start a fault first raised an alarm: 0 for at once, null if it never did while it lasted.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <param name="alarms">For each step of the series whether there was an alarm.</param>
    /// <exception cref="ArgumentException">The fault lies outside the series.</exception>
    public static int? Delay<TKind>(Fault<TKind> fault, IReadOnlyList<bool> alarms) where TKind : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(alarms);
        CheckInside(fault, alarms.Count);
        for (var t = fault.Start; t < fault.End; t++)
        {
            if (alarms[t]) return t - fault.Start;
        }

        return null;
    }

    private static void CheckInside<TKind>(Fault<TKind> fault, int steps) where TKind : struct, Enum
    {
        if (fault.Start < 0 || fault.Length < 1 || fault.End > steps)
        {
            throw new ArgumentException(
                $"Expected faults of at least one step within steps 0 to {steps - 1}, got {fault.Length} steps from {fault.Start} on.",
                nameof(fault));
        }
    }
}
