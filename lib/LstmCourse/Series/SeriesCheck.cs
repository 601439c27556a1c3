using System.Globalization;
using Microsoft.Data.Analysis;

namespace LstmCourse.Series;

/// <summary>What makes rows of numbers a time series, and the line that a learner reads where they are none.</summary>
internal static class SeriesCheck
{
    /// <summary>The distance of two neighbours, which is the same everywhere.</summary>
    public static TimeSpan Step(DateTime[] times)
    {
        var differences = times.Zip(times.Skip(1), (a, b) => b - a).ToArray();
        var wrong = Array.FindIndex(differences, d => d <= TimeSpan.Zero);
        if (wrong >= 0)
        {
            throw new ArgumentException(differences[wrong] == TimeSpan.Zero
                ? $"{Write(times[wrong])} stands there twice. Keep one row for each time."
                : $"The times are out of order: after {Write(times[wrong])} comes {Write(times[wrong + 1])}. Sort the rows by time.");
        }

        // The shortest distance: a missing row makes a longer one, and two of those may not be taken for the rule.
        var step = differences.Min();
        var gap = Array.FindIndex(differences, d => d != step);
        return gap < 0 ? step : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
            $"There is a gap: after {Write(times[gap])} comes {Write(times[gap + 1])}, where {Write(times[gap] + step)} was expected. "
                + $"Fill it in, or use the part before or after it."));
    }

    /// <summary>Expects a finite value for each time.</summary>
    public static void Values(string name, double[] values, DateTime[] times)
    {
        if (values.Length != times.Length)
        {
            throw new ArgumentException(
                $"Expected a value of \"{name}\" for each of the {times.Length} times, got {values.Length}.");
        }

        var wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"\"{name}\" has no number at {Write(times[wrong])}. Fill it in, or use the part before or after it.");
        }
    }

    /// <summary>The column of a frame.</summary>
    public static DataFrameColumn Column(DataFrame table, string name) =>
        table.Columns.IndexOf(name) is var at && at >= 0
            ? table.Columns[at]
            : throw new ArgumentException(
                $"The table has no column \"{name}\"; it has {string.Join(", ", table.Columns.Select(column => column.Name))}.");

    /// <summary>The index of the first time that is not before another; their number if all are.</summary>
    public static int FirstNotBefore(DateTime[] times, DateTime when) =>
        Array.BinarySearch(times, when) is var found && found >= 0 ? found : ~found;

    private static string Write(DateTime time) => time.TimeOfDay == TimeSpan.Zero
        ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
