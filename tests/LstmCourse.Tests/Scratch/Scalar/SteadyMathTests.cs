using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Tests.Scratch.Scalar;

public sealed class SteadyMathTests
{
    [Fact]
    public void Logarithms_agree_with_the_library_to_the_last_bits()
    {
        for (var i = 1; i < 5000; i++)
        {
            var x = i * i * 1e-4;
            Assert.Equal(Math.Log(x), SteadyMath.Log(x), 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))));
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
}
