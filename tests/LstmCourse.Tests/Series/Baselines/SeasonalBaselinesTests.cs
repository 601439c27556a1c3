using LstmCourse.Series;
using LstmCourse.Series.Baselines;

namespace LstmCourse.Tests.Series.Baselines;

public sealed class SeasonalBaselinesTests
{
    private static readonly TimeSeries Ten = TimeSeriesTests.Days(10);
    private static readonly SeriesWindows Windows = SeriesWindows.Of(Ten, past: 4, horizon: 2, target: "a").At(0, 4);

    [Fact]
    public void The_last_value_is_repeated() =>
        Assert.Equal([4, 4, 8, 8], SeasonalBaselines.LastValue(Ten, Windows).data<float>().ToArray());

    [Fact]
    public void Some_steps_back_is_the_value_of_that_time() =>
        Assert.Equal([2, 3, 6, 7], SeasonalBaselines.Back(Ten, Windows, 3).data<float>().ToArray());

    [Fact]
    public void What_is_not_known_yet_or_lies_before_the_series_is_refused()
    {
        Assert.StartsWith("Expected to look back at least 2 steps, the horizon, got 1",
            Assert.Throws<ArgumentException>(() => SeasonalBaselines.Back(Ten, Windows, 1)).Message);
        Assert.StartsWith("Expected a value at 2020-02-22T00:00:00, but the series goes from 2020-02-27T00:00:00",
            Assert.Throws<ArgumentException>(() => SeasonalBaselines.Back(Ten, Windows, 9)).Message);
    }
}
