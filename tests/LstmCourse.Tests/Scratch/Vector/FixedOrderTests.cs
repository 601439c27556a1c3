using LstmCourse.Scratch.Vector;

namespace LstmCourse.Tests.Scratch.Vector;

public class FixedOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(11)]
    public void Sums_run_in_four_lanes_whatever_the_processor(int length)
    {
        double[] a = [.. Enumerable.Range(0, length).Select(k => Math.Sin(k + 1) * 1e3)];
        double[] b = [.. Enumerable.Range(0, length).Select(k => Math.Cos(k) / 7)];

        var lanes = new double[4];
        var whole = length / 4 * 4;
        for (var k = 0; k < whole; k++) lanes[k % 4] += a[k] * b[k];
        var expected = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (var k = whole; k < length; k++) expected += a[k] * b[k];

        Assert.Equal(expected, FixedOrder.Dot(a, b));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(11)]
    public void Scaled_additions_touch_every_element_once(int length)
    {
        double[] x = [.. Enumerable.Range(0, length).Select(k => Math.Sin(k + 1))];
        double[] y = [.. Enumerable.Range(0, length).Select(k => Math.Cos(k))];
        double[] expected = [.. x.Zip(y, (p, q) => q + 0.3 * p)];

        FixedOrder.AddScaled(0.3, x, y);

        Assert.Equal(expected, y);
    }
}
