using LstmCourse.Series;
using LstmCourse.Series.Baselines;

namespace LstmCourse.Tests.Series.Baselines;

public sealed class ClimateMeanTests
{
    // Two years; the value is the day of the year, and 10 more in the second.
    private static readonly TimeSeries TwoYears = Years(0, 10);

    [Fact]
    public void Is_the_mean_around_the_same_day_over_the_years()
    {
        var climate = ClimateMean.Fit(TwoYears, "a", halfWidth: 3);
        Assert.Equal(100 + 5, climate.At(new DateTime(2021, 4, 10)), 10);         // day 100
    }

    [Fact]
    public void The_turn_of_the_year_is_no_edge()
    {
        // Days 1, 2 and, from the other end, 365 (366 is in no year here).
        var climate = ClimateMean.Fit(TwoYears, "a", halfWidth: 2);
        Assert.Equal((1 + 2 + 3 + 365) / 4.0 + 5, climate.At(new DateTime(2021, 1, 1)), 10);
    }

    [Fact]
    public void Answers_for_every_step_of_every_window()
    {
        var windows = SeriesWindows.Of(TwoYears, past: 5, horizon: 2, target: "a").At(0);
        var climate = ClimateMean.Fit(TwoYears, "a", halfWidth: 1);

        // Around day 6: 5, 6, 7 and 15, 16, 17.
        Assert.Equal([6 + 5, 7 + 5], climate.Forecast(windows).data<float>().ToArray());
        Assert.Equal([5, 6], climate.Quantile(windows, 0.05).data<float>().ToArray());
        Assert.Equal([11, 12], climate.Quantile(windows, 0.5).data<float>().ToArray());
        Assert.Equal([17, 18], climate.Quantile(windows, 0.95).data<float>().ToArray());
    }

    [Fact]
    public void Half_a_year_and_another_column_are_refused()
    {
        Assert.Contains("has no value within 15 days of day",
            Assert.Throws<ArgumentException>(() => ClimateMean.Fit(TwoYears.Between(new(2013, 1, 1), new(2013, 7, 1)), "a")).Message);
        var windows = SeriesWindows.Of(TwoYears.With("b", TwoYears["a"]), past: 5, horizon: 2, target: "b");
        Assert.StartsWith("Expected windows of \"a\", got \"b\".",
            Assert.Throws<ArgumentException>(() => ClimateMean.Fit(TwoYears, "a").Forecast(windows)).Message);
    }

    private static TimeSeries Years(params double[] offsets)
    {
        DateTime[] days = [.. Enumerable.Range(0, 365 * offsets.Length).Select(i => new DateTime(2013, 1, 1).AddDays(i))];
        return new(days, [("a", days.Select(day => day.DayOfYear + offsets[day.Year - 2013]))]);
    }
}
