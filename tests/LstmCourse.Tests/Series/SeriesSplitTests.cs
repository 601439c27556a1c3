using LstmCourse.Series;

namespace LstmCourse.Tests.Series;

public sealed class SeriesSplitTests
{
    private static readonly TimeSeries Ten = TimeSeriesTests.Days(10);

    [Fact]
    public void The_parts_follow_one_another_and_lose_nothing()
    {
        var split = SeriesSplit.At(Ten, Ten.Times[5], Ten.Times[8]);

        Assert.Equal([1, 2, 3, 4, 5], split.Train["a"]);
        Assert.Equal([6, 7, 8], split.Validation["a"]);
        Assert.Equal([9, 10], split.Test["a"]);
        Assert.Equal("5 (2020-02-27 to 2020-03-02) to train, 3 (2020-03-03 to 2020-03-05) to validate, 2 (2020-03-06 to 2020-03-07) to test",
            split.ToString());
    }

    [Fact]
    public void Parts_out_of_order_or_empty_are_refused()
    {
        Assert.StartsWith("Expected the test part to begin after the validation part",
            Assert.Throws<ArgumentException>(() => SeriesSplit.At(Ten, Ten.Times[8], Ten.Times[5])).Message);
        Assert.Throws<ArgumentException>(() => SeriesSplit.At(Ten, Ten.Times[5], new(2030, 1, 1)));
        Assert.Throws<ArgumentException>(() => SeriesSplit.At(Ten, new(1990, 1, 1), Ten.Times[5]));
    }
}
