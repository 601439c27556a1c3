using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Tests.Scratch.Scalar;

public class ActivationsTests
{
    public static TheoryData<double> Points =>
        [.. Enumerable.Range(-400, 801).Select(k => k / 10.0), 1e-9, -1e-9, 1e-300, 0.169999, 0.170001];

    [Theory]
    [MemberData(nameof(Points))]
    public void Sigmoid_and_tanh_agree_with_the_system_library(double x)
    {
        AssertRelative(1 / (1 + Math.Exp(-x)), Activations.Sigmoid(x), 1e-14);
        AssertRelative(Math.Tanh(x), Activations.Tanh(x), 1e-14);
    }

    [Fact]
    public void Sigmoid_stays_finite_and_exact_at_the_far_ends()
    {
        Assert.Equal(1.0, Activations.Sigmoid(1000));
        Assert.Equal(0.0, Activations.Sigmoid(-1000));
        Assert.Equal(1.0, Activations.Sigmoid(double.PositiveInfinity));
        Assert.Equal(0.0, Activations.Sigmoid(double.NegativeInfinity));
        AssertRelative(Math.Exp(-700), Activations.Sigmoid(-700), 1e-13);
        Assert.Equal(0.5, Activations.Sigmoid(0));
        Assert.True(double.IsNaN(Activations.Sigmoid(double.NaN)));
    }

    [Fact]
    public void Tanh_is_odd_and_stays_within_one()
    {
        Assert.Equal(1.0, Activations.Tanh(1e300));
        Assert.Equal(-1.0, Activations.Tanh(double.NegativeInfinity));
        Assert.Equal(0.0, Activations.Tanh(0));
        Assert.Equal(-Activations.Tanh(0.3), Activations.Tanh(-0.3));
        Assert.True(double.IsNaN(Activations.Tanh(double.NaN)));
    }

    [Theory]
    [InlineData(-3.0)]
    [InlineData(-0.2)]
    [InlineData(0.0)]
    [InlineData(1.7)]
    public void Slopes_agree_with_finite_differences(double x)
    {
        Assert.Equal(FiniteDifference.Of(Activations.Sigmoid, x), Activations.SigmoidDerivative(x), 1e-9);
        Assert.Equal(FiniteDifference.Of(Activations.Tanh, x), Activations.TanhDerivative(x), 1e-9);
    }

    [Fact]
    public void Exp_agrees_with_the_system_library_over_its_whole_range()
    {
        for (var x = -707.9; x < 709.7; x += 0.37) AssertRelative(Math.Exp(x), SteadyMath.Exp(x), 4e-16);
        for (var x = -1.0; x < 1.0; x += 0.0137) Assert.Equal(Math.Exp(x) - 1, SteadyMath.ExpMinusOne(x), 1e-15);
        Assert.Equal(double.PositiveInfinity, SteadyMath.Exp(710));
        Assert.Equal(double.MaxValue, SteadyMath.Exp(709.782712893384), double.MaxValue * 1e-12);
        Assert.Equal(0.0, SteadyMath.Exp(-800));
        AssertRelative(1e-12, SteadyMath.ExpMinusOne(1e-12), 1e-12);
    }

    [Fact]
    public void Softmax_agrees_with_PyTorch_and_survives_large_scores()
    {
        double[] expected = [0.04201006613406605, 0.11419519938459449, 0.8437947344813395];
        Assert.Equal(expected, Activations.Softmax([1, 2, 4]), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(expected, Activations.Softmax([1001, 1002, 1004]), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Throws<ArgumentException>(() => Activations.Softmax([]));
    }

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
