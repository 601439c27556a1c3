using System.Globalization;
using LstmCourse.Series;
using Microsoft.Data.Analysis;

namespace LstmCourse.Tests.Series;

public sealed class TimeSeriesTests
{
    private static readonly DateTime Start = new(2020, 2, 27);

    [Fact]
    public void Holds_its_columns_in_order_and_its_times()
    {
        var series = Days(4).With("b", [10, 20, 30, 40]);

        Assert.Equal(["a", "b"], series.Columns);
        Assert.Equal([1, 2, 3, 4], series["a"]);
        Assert.Equal(4, series.Count);
        Assert.Equal(TimeSpan.FromDays(1), series.Step);
        Assert.Equal(new DateTime(2020, 3, 1), series.Times[3]);
        Assert.Equal("4 times from 2020-02-27T00:00:00 to 2020-03-01T00:00:00: a, b", series.ToString());
    }

    [Fact]
    public void Becomes_a_tensor_of_time_and_feature()
    {
        using var tensor = Days(3).With("b", [10, 20, 30.5]).Select("b", "a").ToTensor();

        Assert.Equal([3, 2], tensor.shape);
        Assert.Equal([10, 1, 20, 2, 30.5f, 3], tensor.data<float>().ToArray());
    }

    [Fact]
    public void A_column_can_be_replaced() => Assert.Equal([7, 8, 9], Days(3).With("a", [7, 8, 9])["a"]);

    [Fact]
    public void Reading_ahead_drops_the_times_whose_future_is_missing()
    {
        var ahead = Days(5).Ahead("a", 2);

        Assert.Equal(["a", "a+2"], ahead.Columns);
        Assert.Equal([1, 2, 3], ahead["a"]);
        Assert.Equal([3, 4, 5], ahead["a+2"]);
    }

    [Fact]
    public void A_part_goes_from_a_time_up_to_and_without_another()
    {
        var part = Days(6).Between(Start.AddDays(1), Start.AddDays(4));

        Assert.Equal([2, 3, 4], part["a"]);
        Assert.Equal(Start.AddDays(1), part.Times[0]);
    }

    [Fact]
    public void A_part_outside_of_the_series_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Days(6).Between(new(2021, 1, 1), new(2022, 1, 1)));
        Assert.StartsWith("Expected at least two times from 2021-01-01T00:00:00 to before 2022-01-01T00:00:00; the series goes from "
            + "2020-02-27T00:00:00 to 2020-03-03T00:00:00.", error.Message);
    }

    [Fact]
    public void A_gap_is_refused_with_the_time_that_was_expected() => AssertRefused(
        "There is a gap: after 2020-02-28 comes 2020-03-01, where 2020-02-29 was expected.", [0, 1, 3, 4]);

    [Fact]
    public void Every_second_time_missing_but_once_is_a_gap_too() => AssertRefused(
        "There is a gap: after 2020-02-27 comes 2020-02-29, where 2020-02-28 was expected.", [0, 2, 4, 5, 7]);

    [Fact]
    public void Times_out_of_order_are_refused() => AssertRefused(
        "The times are out of order: after 2020-02-29 comes 2020-02-28. Sort the rows by time.", [0, 2, 1, 3]);

    [Fact]
    public void A_time_that_stands_twice_is_refused() => AssertRefused("2020-02-28 stands there twice.", [0, 1, 1, 2]);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_no_number_is_refused_with_its_time(double value)
    {
        var error = Assert.Throws<ArgumentException>(() => Days(3).With("b", [1, value, 3]));
        Assert.Equal("\"b\" has no number at 2020-02-28. Fill it in, or use the part before or after it.", error.Message);
    }

    [Fact]
    public void Too_few_values_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Days(3).With("b", [1, 2]));
        Assert.Equal("Expected a value of \"b\" for each of the 3 times, got 2.", error.Message);
    }

    [Fact]
    public void Names_that_stand_twice_are_refused() =>
        Assert.Throws<ArgumentException>(() => new TimeSeries([Start, Start.AddDays(1)], [("a", [1, 2]), ("a", [3, 4])]));

    [Fact]
    public void An_unknown_column_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Days(3)["tempmax"]);
        Assert.StartsWith("There is no column \"tempmax\"; there are a.", error.Message);
    }

    [Fact]
    public void A_data_frame_becomes_a_series_and_its_empty_cells_are_refused()
    {
        var date = new PrimitiveDataFrameColumn<DateTime>("date", [Start, Start.AddDays(1), Start.AddDays(2)]);
        var whole = new DataFrame(date, new Int32DataFrameColumn("count", [3, 4, 5]), new DoubleDataFrameColumn("level", [0.5, 1, 2]));
        var series = TimeSeries.From(whole, "date", "level", "count");
        Assert.Equal(["level", "count"], series.Columns);
        Assert.Equal([3, 4, 5], series["count"]);

        var holed = new DataFrame(date, new DoubleDataFrameColumn("level", [0.5, null, 2]));
        var error = Assert.Throws<ArgumentException>(() => TimeSeries.From(holed, "date", "level"));
        Assert.StartsWith("\"level\" has no number at 2020-02-28.", error.Message);
        Assert.Contains("it has date, level", Assert.Throws<ArgumentException>(() => TimeSeries.From(holed, "day", "level")).Message);
    }

    [Fact]
    public void Hours_are_named_in_messages_in_any_culture()
    {
        var (before, hours) = (CultureInfo.CurrentCulture, new[] { 0, 1, 3 }.Select(hour => Start.AddHours(hour)));
        CultureInfo.CurrentCulture = new("de-DE");
        try
        {
            var error = Assert.Throws<ArgumentException>(() => new TimeSeries(hours, [("a", [1, 2, 3])]));
            Assert.StartsWith("There is a gap: after 2020-02-27 01:00 comes 2020-02-27 03:00", error.Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    internal static TimeSeries Days(int count) =>
        new(Enumerable.Range(0, count).Select(day => Start.AddDays(day)), [("a", Enumerable.Range(1, count).Select(i => (double)i))]);

    private static void AssertRefused(string expected, int[] days)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new TimeSeries(days.Select(day => Start.AddDays(day)), [("a", days.Select(day => (double)day))]));
        Assert.StartsWith(expected, error.Message);
    }
}
