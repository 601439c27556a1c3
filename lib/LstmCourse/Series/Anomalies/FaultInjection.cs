using LstmCourse.Data;

namespace LstmCourse.Series.Anomalies;

/// <summary>
/// Spoils a good series in known places, so that a detector can be judged:
/// <code>
/// stuck        4 to 10 steps     the last good value again and again
/// spike        1 step            x ± SpikeSize
/// drift        14 to 21 steps    x ± DriftSize · k / length at the k-th step, k = 1 … length
/// wrong unit   2 to 6 steps      WrongUnit(x)
/// </code>
/// Order, places, lengths and directions are drawn by the seed; at least <see cref="FaultOptions.Gap"/> good steps lie around each fault.
/// </summary>
public static class FaultInjection
{
    private static readonly SensorFault[] Kinds = Enum.GetValues<SensorFault>();

    /// <summary>Puts faults into one column.</summary>
    /// <param name="series">The good series, in its units.</param>
    /// <param name="column">The column to spoil; the others stay as they are, and so does the order of the columns.</param>
    /// <param name="options">How many, how large, and the seed; null for the usual ones.</param>
    /// <exception cref="ArgumentException">There is no such column, or the series is too short for so many faults.</exception>
    public static FaultySeries Into(TimeSeries series, string column, FaultOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Each, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Gap, 1, nameof(options));

        var random = new SeededRandom((ulong)options.Seed);
        double[] values = [.. series[column]];
        var kinds = Kinds.SelectMany(kind => Enumerable.Repeat(kind, options.Each)).ToArray();
        random.Shuffle(kinds.AsSpan());
        var faults = FaultPlaces.Draw(kinds, kind => Length(kind, random), series.Count, options.Gap, random);
        foreach (var fault in faults) Spoil(values, fault, options, random);
        return new(series.With(column, values).Select(series.Columns), column, faults);
    }

    private static int Length(SensorFault kind, SeededRandom random) => kind switch
    {
        SensorFault.Stuck => random.Between(4, 10),
        SensorFault.Drift => random.Between(14, 21),
        SensorFault.WrongUnit => random.Between(2, 6),
        _ => 1,
    };

    private static void Spoil(double[] values, Fault<SensorFault> fault, FaultOptions options, SeededRandom random)
    {
        var (lastGood, sign) = (values[fault.Start - 1], random.Chance(0.5) ? 1 : -1);
        for (var t = fault.Start; t < fault.End; t++)
        {
            values[t] = fault.Kind == SensorFault.Stuck ? lastGood : Math.Round(fault.Kind switch
            {
                SensorFault.Spike => values[t] + sign * options.SpikeSize,
                SensorFault.Drift => values[t] + sign * options.DriftSize * (t - fault.Start + 1) / fault.Length,
                _ => options.WrongUnit(values[t]),
            }, options.Decimals);
        }
    }
}
