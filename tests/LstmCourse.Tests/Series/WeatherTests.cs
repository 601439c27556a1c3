using LstmCourse.Series;

namespace LstmCourse.Tests.Series;

public sealed class WeatherTests
{
    // Counts, sums and extremes were taken with awk from the file.
    [Theory]
    [InlineData("Seattle", 35.6, -7.1, 4426.0)]
    [InlineData("New York", 37.8, -16.0, 4178.6)]
    public void Each_city_has_every_day_of_four_years(string city, double hottest, double coldest, double rain)
    {
        var weather = Weather.Load(city);

        Assert.Equal(1461, weather.Count);
        Assert.Equal((new DateTime(2012, 1, 1), new DateTime(2015, 12, 31)), (weather.Times[0], weather.Times[^1]));
        Assert.Equal(["precipitation", "temp_max", "temp_min", "wind"], weather.Columns);
        Assert.Equal(hottest, weather["temp_max"].Max());
        Assert.Equal(coldest, weather["temp_min"].Min());
        Assert.Equal(rain, weather["precipitation"].Sum(), 6);
    }

    [Fact]
    public void The_table_is_the_whole_file()
    {
        var table = Weather.LoadTable();

        Assert.Equal(2922, table.Rows.Count);
        Assert.Equal(["location", "date", "precipitation", "temp_max", "temp_min", "wind"], table.Columns.Select(column => column.Name));
        Assert.Equal(["Seattle", new DateTime(2012, 1, 1), 0.0, 12.8, 5.0, 4.7], table.Rows[0]);
    }

    [Fact]
    public void An_unknown_city_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Weather.Load("Boston"));
        Assert.StartsWith("There is no weather of \"Boston\"; there is Seattle and New York.", error.Message);
    }

    [Fact]
    public void A_missing_day_a_missing_value_and_a_wrong_order_are_refused()
    {
        AssertRefused("There is a gap: after 2012-01-01 comes 2012-01-03", "2012-01-01,0,1,2,3", "2012-01-03,0,1,2,3", "2012-01-04,0,1,2,3");
        AssertRefused("\"temp_max\" has no number at 2012-01-02", "2012-01-01,0,1,2,3", "2012-01-02,0,,2,3", "2012-01-03,0,1,2,3");
        AssertRefused("\"wind\" has no number at 2012-01-02", "2012-01-01,0,1,2,3", "2012-01-02,0,1,2,NaN", "2012-01-03,0,1,2,3");
        AssertRefused("The times are out of order", "2012-01-02,0,1,2,3", "2012-01-01,0,1,2,3", "2012-01-03,0,1,2,3");
    }

    [Fact]
    public void Another_heading_and_words_for_numbers_are_refused()
    {
        WithFile("location,date,rain\nX,2012-01-01,1\n", path => Assert.Contains(
            "expected the columns location, date, precipitation, temp_max, temp_min, wind, got location, date, rain",
            Assert.Throws<InvalidDataException>(() => Weather.LoadTable(path)).Message));
        WithFile("location,date,precipitation,temp_max,temp_min,wind\nX,2012-01-01,dry,1,2,3\n", path =>
            Assert.Throws<InvalidDataException>(() => Weather.LoadTable(path)));
    }

    private static void AssertRefused(string expected, params string[] rows) => WithFile(
        "location,date,precipitation,temp_max,temp_min,wind\n" + string.Concat(rows.Select(row => $"X,{row}\n")),
        path => Assert.StartsWith(expected, Assert.Throws<ArgumentException>(() => Weather.Of(Weather.LoadTable(path), "X")).Message));

    private static void WithFile(string text, Action<string> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
