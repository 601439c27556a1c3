using LstmCourse.Series;

namespace LstmCourse.Tests.Series;

public sealed class AutocorrelationTests
{
    [Fact]
    public void Is_that_worked_out_by_hand()
    {
        // 1, 2, 3, 4 less 2.5: squares add up to 5; lag 1: 0.75 - 0.25 + 0.75; lag 2: -0.75 - 0.75.
        var expected = new[] { 1, 0.25, -0.3 };
        Assert.All(expected.Zip(Autocorrelation.Of([1, 2, 3, 4], 2)), pair => Assert.Equal(pair.First, pair.Second, 10));
    }

    [Fact]
    public void A_wave_resembles_itself_after_its_period()
    {
        var wave = Autocorrelation.Of(Enumerable.Range(0, 3000).Select(t => Math.Sin(2 * Math.PI * t / 30)), 30);
        Assert.InRange(wave[15], -1, -0.98);
        Assert.InRange(wave[30], 0.98, 1);
    }

    [Fact]
    public void A_constant_and_a_lag_beyond_the_end_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Autocorrelation.Of([3, 3, 3], 1));
        Assert.Throws<ArgumentException>(() => Autocorrelation.Of([3, double.NaN, 4], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Autocorrelation.Of([1, 2, 3], 3));
    }
}
