namespace LstmCourse.Series.Anomalies;

/// <summary>What <see cref="FaultInjection"/> puts into a series.</summary>
public sealed record FaultOptions
{
    /// <summary>Where the random numbers begin.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many faults of each of the four kinds.</summary>
    public int Each { get; init; } = 2;

    /// <summary>The least number of good steps before the first fault, between two of them, and after the last.</summary>
    public int Gap { get; init; } = 14;

    /// <summary>How far a spike lies off, in the column's unit; it points up or down.</summary>
    public double SpikeSize { get; init; } = 10;

    /// <summary>The error of a drift at its last step, in the column's unit; it goes up or down.</summary>
    public double DriftSize { get; init; } = 8;

    /// <summary>The wrong unit; degrees Fahrenheit instead of Celsius unless said otherwise.</summary>
    public Func<double, double> WrongUnit { get; init; } = celsius => 32 + 1.8 * celsius;

    /// <summary>To how many decimals the faulty values are rounded, 0 to 15: as many as the sensor gives.</summary>
    public int Decimals { get; init; } = 1;
}
