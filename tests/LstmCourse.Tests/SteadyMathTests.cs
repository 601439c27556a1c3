namespace LstmCourse.Tests;

public sealed class SteadyMathTests
{
    [Fact]
    public void Functions_agree_with_the_library_to_the_last_bits()
    {
        for (var i = 1; i < 5000; i++)
        {
            var x = i * i * 1e-4;
            Assert.Equal(Math.Log(x), SteadyMath.Log(x), 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))));
            Assert.Equal(1, SteadyMath.Pow(x, 0.7) / Math.Pow(x, 0.7), 3e-15);
            Assert.Equal(Math.Cos(Math.PI * i / 5000), SteadyMath.CosineOfHalfTurn(i / 5000.0), 1e-15);
        }
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1.0, 0.0)]
    [InlineData(5e-324, -744.44007192138122)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Logarithms_at_the_edges(double x, double expected) => Assert.Equal(expected, SteadyMath.Log(x));

    [Fact]
    public void A_schedule_begins_at_one_and_ends_at_minus_one()
    {
        Assert.Equal(1, SteadyMath.CosineOfHalfTurn(0));
        Assert.Equal(-1, SteadyMath.CosineOfHalfTurn(1));
    }
}
