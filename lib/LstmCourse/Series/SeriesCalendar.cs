namespace LstmCourse.Series;

/// <summary>Columns that tell a model where on the clock and in the year it is.</summary>
public static class SeriesCalendar
{
    private const double DaysOfYear = 365.2425;

    /// <summary>Adds <c>year sin</c> and <c>year cos</c>: the place in the year as a point on a circle, so that New Year's Eve lies beside
    /// New Year's Day.</summary>
    public static TimeSeries WithTimeOfYear(this TimeSeries series) =>
        OnCircle(series, "year", time => (time.DayOfYear - 1 + time.TimeOfDay.TotalDays) / DaysOfYear);

    /// <summary>Adds <c>day sin</c> and <c>day cos</c>: the place in the day as a point on a circle.</summary>
    public static TimeSeries WithTimeOfDay(this TimeSeries series) => OnCircle(series, "day", time => time.TimeOfDay.TotalDays);

    private static TimeSeries OnCircle(TimeSeries series, string name, Func<DateTime, double> turn)
    {
        ArgumentNullException.ThrowIfNull(series);
        var angles = series.Times.Select(time => 2 * Math.PI * turn(time)).ToArray();
        return series.With($"{name} sin", angles.Select(Math.Sin)).With($"{name} cos", angles.Select(Math.Cos));
    }
}
