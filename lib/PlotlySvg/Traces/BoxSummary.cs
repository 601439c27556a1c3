namespace PlotlySvg.Traces;

/// <summary>The numbers of a box plot.</summary>
/// <param name="Low">The least value that is no outlier.</param>
/// <param name="LowerQuartile">A quarter of the values lie below.</param>
/// <param name="Median">Half of the values lie below.</param>
/// <param name="UpperQuartile">Three quarters of the values lie below.</param>
/// <param name="High">The greatest value that is no outlier.</param>
/// <param name="Outliers">What lies further from the box than one and a half times its height.</param>
internal sealed record BoxSummary(double Low, double LowerQuartile, double Median, double UpperQuartile, double High, double[] Outliers)
{
    /// <summary>Of at least one value, in rising order. Quartiles as plotly.js's "linear" method has them.</summary>
    public static BoxSummary Of(double[] sorted)
    {
        var (q1, q3) = (Quantile(sorted, 0.25), Quantile(sorted, 0.75));
        var (least, most) = (q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1));
        var inner = sorted.Where(value => value >= least && value <= most).ToArray();
        return new(
            Math.Min(q1, inner.DefaultIfEmpty(q1).First()), q1, Quantile(sorted, 0.5), q3, Math.Max(q3, inner.DefaultIfEmpty(q3).Last()),
            [.. sorted.Where(value => value < least || value > most)]);
    }

    // The values stand at the middles of n equal parts of 0 to 1; between them runs a straight line.
    private static double Quantile(double[] sorted, double share)
    {
        var place = Math.Clamp(share * sorted.Length - 0.5, 0, sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
