namespace LstmCourse.Series.Simulation;

/// <summary>Working days and holidays of the simulated office: Monday to Friday, without eight holidays that are usual in the United States
/// and the days between Christmas and New Year.</summary>
public static class Holidays
{
    /// <summary>Whether people work on this day.</summary>
    public static bool IsWorkingDay(DateTime day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Whether this day is a holiday, on whatever day of the week.</summary>
    public static bool IsHoliday(DateTime day) => (day.Month, day.Day) switch
    {
        (1, 1) or (7, 4) or (11, 11) => true,
        (12, >= 24) => true,
        (5, >= 25) => day.DayOfWeek == DayOfWeek.Monday,                  // the last Monday of May
        (9, <= 7) => day.DayOfWeek == DayOfWeek.Monday,                   // the first Monday of September
        (11, >= 22 and <= 28) when day.DayOfWeek == DayOfWeek.Thursday => true,   // the fourth Thursday of November …
        (11, >= 23 and <= 29) when day.DayOfWeek == DayOfWeek.Friday => true,     // … and the day after
        _ => false,
    };
}
