namespace LstmCourse.Series.Anomalies;

/// <summary>A series with faults in one of its columns, and where they are.</summary>
/// <param name="Series">What the sensor says.</param>
/// <param name="Column">The column that is wrong at times.</param>
/// <param name="Faults">The faults in the order of time; no two overlap.</param>
public sealed record FaultySeries(TimeSeries Series, string Column, IReadOnlyList<Fault<SensorFault>> Faults)
{
    /// <summary>For each step whether something is wrong at it.</summary>
    public bool[] Labels() => Alarms.Labels(Faults, Series.Count);
}
