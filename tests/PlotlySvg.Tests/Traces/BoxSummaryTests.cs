using PlotlySvg.Traces;

namespace PlotlySvg.Tests.Traces;

/// <summary>Quartiles by plotly.js's documented "linear" method: linear interpolation with the values at (i - 0.5) / n.</summary>
public class BoxSummaryTests
{
    [Fact]
    public void Of_one_to_five()
    {
        var box = BoxSummary.Of([1, 2, 3, 4, 5]);
        Assert.Equal((1, 1.75, 3, 4.25, 5), (box.Low, box.LowerQuartile, box.Median, box.UpperQuartile, box.High));
        Assert.Empty(box.Outliers);
    }

    [Fact]
    public void What_lies_far_from_the_box_is_an_outlier()
    {
        var box = BoxSummary.Of([1, 2, 3, 4, 100]);
        // Quartiles 1.75 and 28: the upper fence stands at 28 + 1.5 × 26.25 = 67.375.
        Assert.Equal([100.0], box.Outliers);
        Assert.Equal((1.75, 28, 28), (box.LowerQuartile, box.UpperQuartile, box.High));
    }

    [Fact]
    public void Of_one_value() => Assert.Equal((7, 7, 7), (BoxSummary.Of([7]).Low, BoxSummary.Of([7]).Median, BoxSummary.Of([7]).High));
}
