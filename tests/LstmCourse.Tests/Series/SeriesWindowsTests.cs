using LstmCourse.Series;

namespace LstmCourse.Tests.Series;

public sealed class SeriesWindowsTests
{
    // a counts from 1, b from 10 in tens.
    private static readonly TimeSeries Seven = TimeSeriesTests.Days(7).With("b", [10, 20, 30, 40, 50, 60, 70]);

    [Fact]
    public void A_window_reads_all_columns_and_is_asked_for_the_steps_after()
    {
        var windows = SeriesWindows.Of(Seven, past: 3, horizon: 2, target: "b");

        Assert.Equal("3 windows: inputs (3, 3, 2), targets (3, 2)", windows.ToString());
        Assert.Equal((3, 3, 2, "b"), (windows.Count, windows.Past, windows.Horizon, windows.Target));
        Assert.Equal([2, 20, 3, 30, 4, 40], windows.Inputs[1].data<float>().ToArray());
        Assert.Equal([40, 50, 50, 60, 60, 70], windows.Targets.data<float>().ToArray());
        Assert.Equal([5, 50, 6, 60], windows.Future[1].data<float>().ToArray());
        Assert.Equal([Seven.Times[3], Seven.Times[4], Seven.Times[5]], windows.Starts);
    }

    [Fact]
    public void A_stride_leaves_windows_out()
    {
        var windows = SeriesWindows.Of(Seven, past: 2, horizon: 1, target: "a", stride: 2);

        Assert.Equal([3, 5, 7], windows.Targets.data<float>().ToArray());
        Assert.Equal([1, 2], windows.Inputs[0, .., 0].data<float>().ToArray());
    }

    [Fact]
    public void A_part_gets_the_windows_whose_targets_all_lie_in_it()
    {
        var windows = SeriesWindows.Of(Seven, past: 2, horizon: 2, target: "a");
        var split = SeriesSplit.At(Seven, Seven.Times[3], Seven.Times[5]);

        Assert.Throws<ArgumentException>(() => windows.In(split.Train));          // 3 days have no window of 2 + 2
        Assert.Equal([4, 5], windows.In(split.Validation).Targets.data<float>().ToArray());
        Assert.Equal([2, 3], windows.In(split.Validation).Inputs[0, .., 0].data<float>().ToArray());
        Assert.Equal([6, 7], windows.In(split.Test).Targets.data<float>().ToArray());
    }

    [Fact]
    public void Chosen_windows_keep_their_times()
    {
        var chosen = SeriesWindows.Of(Seven, past: 2, horizon: 1, target: "a").At(3, 0);

        Assert.Equal([6, 3], chosen.Targets.data<float>().ToArray());
        Assert.Equal([Seven.Times[5], Seven.Times[2]], chosen.Starts);
    }

    [Fact]
    public void A_window_longer_than_the_series_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => SeriesWindows.Of(Seven, past: 6, horizon: 2, target: "a"));
        Assert.StartsWith("A window of 6 + 2 steps is longer than the series, which has 7.", error.Message);
        Assert.Equal(1, SeriesWindows.Of(Seven, past: 6, horizon: 1, target: "a").Count);
    }

    [Fact]
    public void An_unknown_target_and_senseless_sizes_are_refused()
    {
        Assert.StartsWith("There is no column \"c\" to forecast; there are a, b.",
            Assert.Throws<ArgumentException>(() => SeriesWindows.Of(Seven, 2, 1, "c")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesWindows.Of(Seven, 0, 1, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesWindows.Of(Seven, 1, 0, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesWindows.Of(Seven, 1, 1, "a", stride: 0));
    }
}
