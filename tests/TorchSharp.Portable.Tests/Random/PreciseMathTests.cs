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

    [Theory]
    [InlineData(0.9, 1)]
    [InlineData(0.9, 3)]
    [InlineData(0.999, 1000)]
    [InlineData(0.999, 100_000)]
    [InlineData(1.0000001, 2_000_000_000)]
    [InlineData(-1.5, 7)]
    [InlineData(-1.5, -8)]
    [InlineData(2, -1074)]
    [InlineData(7.3, 0.5)]
    [InlineData(7.3, -2.25)]
    [InlineData(1e-310, 0.3)]
    public void Powers_agree_with_the_library(double x, double n) =>
        Assert.Equal(1, PreciseMath.Pow(x, n) / Math.Pow(x, n), 5e-16 * Math.Max(1, Math.Abs(n % 1 * Math.Log(Math.Abs(x)))));

    [Fact]
    public void Powers_have_the_special_cases_of_the_library()
    {
        double[] bases = [0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        double[] exponents = [0, 1, -1, 2, -2, 3, 3.5, -3.5, 2001, 1e17, -1e17, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (var x in bases)
        {
            foreach (var n in exponents)
            {
                var (expected, actual) = (Math.Pow(x, n), PreciseMath.Pow(x, n));
                Assert.True(expected.Equals(actual) || Math.Abs(actual / expected - 1) < 1e-13, $"{x}^{n}: expected {expected}, got {actual}");
            }
        }
    }

    [Fact]
    public void The_cosine_of_a_part_of_a_half_turn()
    {
        for (var x = -5.0; x < 5; x += 0.01) Assert.Equal(Math.Cos(Math.PI * x), PreciseMath.CosPi(x), 3e-15);
        Assert.Equal(-1, PreciseMath.CosPi(1));
        Assert.Equal(1, PreciseMath.CosPi(0));
    }
}
