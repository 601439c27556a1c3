namespace LstmCourse.Series.Anomalies;

/// <summary>How a sensor goes wrong.</summary>
public enum SensorFault
{
    /// <summary>It repeats its last good value.</summary>
    Stuck,

    /// <summary>One value is far too high or too low.</summary>
    Spike,

    /// <summary>An error that grows step by step, until the sensor is replaced.</summary>
    Drift,

    /// <summary>The numbers come in another unit for a while.</summary>
    WrongUnit,
}
