using System.Globalization;

namespace LstmCourse.Series;

/// <summary>A series cut in time: the past to learn from, then a part to choose by, then a part to judge by at the very end.</summary>
/// <param name="Train">What models and scalers are fitted on.</param>
/// <param name="Validation">What decides about settings and when to stop.</param>
/// <param name="Test">What the reported error is measured on, once.</param>
/// <remarks>A random choice would put days that lie side by side into different parts, and nearly every answer could be looked up next
/// door.</remarks>
public sealed record SeriesSplit(TimeSeries Train, TimeSeries Validation, TimeSeries Test)
{
    /// <summary>Cuts a series at two times.</summary>
    /// <param name="series">The series.</param>
    /// <param name="validation">Where the validation part begins; all before it is to train on.</param>
    /// <param name="test">Where the test part begins, after <paramref name="validation"/>.</param>
    /// <exception cref="ArgumentException">The times are out of order, or leave fewer than two times for a part.</exception>
    public static SeriesSplit At(TimeSeries series, DateTime validation, DateTime test)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (validation >= test)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Expected the test part to begin after the validation part, got validation {validation:s} and test {test:s}."),
                nameof(test));
        }

        return new(
            series.Between(series.Times[0], validation), series.Between(validation, test),
            series.Between(test, series.Times[^1] + series.Step));
    }

    /// <summary>How many times each part has, and from when to when.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Part(Train)} to train, {Part(Validation)} to validate, {Part(Test)} to test");

    private static string Part(TimeSeries part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Count} ({part.Times[0]:yyyy-MM-dd} to {part.Times[^1]:yyyy-MM-dd})");
}
