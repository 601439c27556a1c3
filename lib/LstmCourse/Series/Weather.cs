using System.Globalization;
using LstmCourse.Data;
using Microsoft.Data.Analysis;

namespace LstmCourse.Series;

/// <summary>
/// Real weather that ships with the course: daily measurements of NOAA at Seattle and New York, 2012 to 2015
/// (<c>data/weather.csv</c>, described in <c>data/README.md</c>).
/// </summary>
public static class Weather
{
    private const string File = "weather.csv";

    private static readonly Type[] ColumnTypes =
        [typeof(string), typeof(DateTime), typeof(double), typeof(double), typeof(double), typeof(double)];

    /// <summary>The columns of numbers: precipitation (mm), temp_max and temp_min (°C), wind (m/s).</summary>
    public static IReadOnlyList<string> Columns { get; } = ["precipitation", "temp_max", "temp_min", "wind"];

    /// <summary>The whole file: location, date, and the four measurements.</summary>
    public static DataFrame LoadTable() => LoadTable(CourseData.PathOf(File));

    /// <summary>A file of the same columns.</summary>
    /// <param name="path">A CSV file in UTF-8 with a heading.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A column is missing or a value is no number or date.</exception>
    public static DataFrame LoadTable(string path)
    {
        string[] expected = ["location", "date", .. Columns];
        using var reader = new StreamReader(path);
        var heading = reader.ReadLine()?.TrimStart('\uFEFF').Split(',') ?? [];
        if (!heading.SequenceEqual(expected))
        {
            throw new InvalidDataException(
                $"{path}: expected the columns {string.Join(", ", expected)}, got {string.Join(", ", heading)}.");
        }

        try
        {
            return DataFrame.LoadCsv(path, dataTypes: ColumnTypes, cultureInfo: CultureInfo.InvariantCulture);
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>The measurements of one city, a value of each for every day.</summary>
    /// <param name="city">"Seattle" or "New York".</param>
    /// <exception cref="ArgumentException">There is no such city.</exception>
    public static TimeSeries Load(string city) => Of(LoadTable(), city);

    /// <summary>The measurements of one city of a table.</summary>
    /// <param name="table">A table as <see cref="LoadTable()"/> gives it.</param>
    /// <param name="city">A location of the table.</param>
    /// <exception cref="ArgumentException">There is no such city; or a day is missing or out of order, or a value is missing or no
    /// number: the message names it.</exception>
    public static TimeSeries Of(DataFrame table, string city)
    {
        ArgumentNullException.ThrowIfNull(table);
        var cities = SeriesCheck.Column(table, "location").Cast<string?>().ToArray();
        if (!cities.Contains(city))
        {
            throw new ArgumentException(
                $"There is no weather of \"{city}\"; there is {string.Join(" and ", cities.Distinct())}.", nameof(city));
        }

        return TimeSeries.From(table.Filter(table["location"].ElementwiseEquals(city)), "date", Columns);
    }
}
