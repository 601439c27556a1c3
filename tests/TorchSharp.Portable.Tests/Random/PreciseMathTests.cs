namespace TorchSharp.Portable.Tests.RandomNumbers;

public sealed class PreciseMathTests
{
    [Fact]
    public void Functions_agree_with_the_library_to_the_last_two_bits()
    {
        for (var i = 1; i < 20000; i++)
        {
            var x = i * 3.7e-4;
            Near(Math.Log(x), PreciseMath.Log(x));
            Near(Math.Exp(x - 3.5), PreciseMath.Exp(x - 3.5));
            var angle = x / 7.4 * 2 * Math.PI;
            var (sin, cos) = PreciseMath.SinCos(angle);
            Near(Math.Sin(angle), sin);
            Near(Math.Cos(angle), cos);
        }

        static void Near(double expected, double actual) => Assert.Equal(expected, actual, 5e-16 * Math.Max(1, Math.Abs(expected)));
    }

    /// <summary>Values from tables of the error function (Abramowitz and Stegun, 7.1).</summary>
    [Theory]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1, 0.8427007929497149)]
    [InlineData(2, 0.9953222650189527)]
    [InlineData(3, 0.9999779095030014)]
    public void The_error_function_and_its_inverse(double x, double erf)
    {
        Assert.Equal(erf, PreciseMath.Erf(x), 1e-15);
        Assert.Equal(-erf, PreciseMath.Erf(-x), 1e-15);
        Assert.Equal(x, PreciseMath.ErfInverse(erf), 1e-11);
    }

    [Fact]
    public void A_small_number_keeps_its_digits_in_log1p() => Assert.Equal(1e-12, PreciseMath.Log1P(1e-12), 1e-24);
}
