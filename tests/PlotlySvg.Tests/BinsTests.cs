namespace PlotlySvg.Tests;

public class BinsTests
{
    [Theory]
    [InlineData(new[] { 0.0, 1.0 }, 10, 0, 0.1, 11)]
    [InlineData(new[] { 0.03, 0.97 }, 10, 0, 0.1, 10)]
    [InlineData(new[] { -7.0, 12.0 }, 4, -10, 5, 5)]
    public void Bins_have_a_round_width_and_hold_every_value(double[] values, int wanted, double start, double size, int count)
    {
        var bins = Bins.Over(values, wanted);
        Assert.Equal((start, size, count), (bins.Start, bins.Size, bins.Number));
        Assert.All(values, value => Assert.InRange(value, bins.Start, bins.End));
    }

    [Fact]
    public void A_value_on_an_edge_belongs_to_the_upper_bin_though_it_has_no_exact_double() =>
        Assert.Equal([1, 1, 1, 2], new Bins(0, 0.1, 4).Count([0, 0.1, 0.2, 0.3, 0.3, 1, double.NaN]));
}
