using MathNet.Numerics.Statistics;

namespace LstmCourse.Series;

/// <summary>How much a series resembles itself some steps later.</summary>
public static class Autocorrelation
{
    /// <summary>
    /// The autocorrelation at the lags 0 to <paramref name="maxLag"/>: Σ (xₜ − x̄)(xₜ₊ₖ − x̄) / Σ (xₜ − x̄)². It is 1 at lag 0, and near 0
    /// where the value says nothing about the one k steps later.
    /// </summary>
    /// <param name="values">The values in order of time, not all the same.</param>
    /// <param name="maxLag">The longest lag, from 1 to less than the number of values.</param>
    /// <exception cref="ArgumentException">The values are all the same, or not finite.</exception>
    public static double[] Of(IEnumerable<double> values, int maxLag)
    {
        double[] all = [.. values];
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLag, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(maxLag, all.Length);
        if (!all.All(double.IsFinite) || all.Max() <= all.Min())
            throw new ArgumentException("Expected finite values that are not all the same.", nameof(values));
        return Correlation.Auto(all, maxLag);
    }
}
