using System.Numerics;

namespace FusedRecurrent.Tests.Kernels;

[Collection(KernelSettings.Name)]
public sealed unsafe class SimdMathTests
{
    [Fact]
    public void Exponential_is_within_two_units_in_the_last_place()
    {
        CheckSingle<Exponential<float>>(Math.Exp, -104, 89, 2);
        CheckDouble<Exponential<double>>(Math.Exp, -745, 709.7, 2);
    }

    [Fact]
    public void Logarithm_is_within_two_units_in_the_last_place()
    {
        CheckSingle<Logarithm<float>>(Math.Log, 0.5, 2, 2);
        CheckSingle<Logarithm<float>>(Math.Log, 0, 1e30, 2);
        CheckSingle<Logarithm<float>>(Math.Log, 1e-45, 1e-38, 2);
        CheckDouble<Logarithm<double>>(Math.Log, 0.5, 2, 2);
        CheckDouble<Logarithm<double>>(Math.Log, 5e-324, 1e-307, 2);
        CheckDouble<Logarithm<double>>(Math.Log, 0, 1e300, 2);
    }

    [Fact]
    public void Hyperbolic_tangent_is_within_three_units_in_the_last_place()
    {
        CheckSingle<HyperbolicTangent<float>>(Math.Tanh, -12, 12, 3);
        CheckSingle<HyperbolicTangent<float>>(Math.Tanh, -1e-3, 1e-3, 3);
        CheckDouble<HyperbolicTangent<double>>(Math.Tanh, -22, 22, 3);
        CheckDouble<HyperbolicTangent<double>>(Math.Tanh, -1e-3, 1e-3, 3);
    }

    [Fact]
    public void Logistic_is_within_two_units_in_the_last_place()
    {
        CheckSingle<Logistic<float>>(x => 1 / (1 + Math.Exp(-x)), -86, 40, 3);
        CheckDouble<Logistic<double>>(x => 1 / (1 + Math.Exp(-x)), -700, 40, 3);
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, 1)]
    [InlineData(1000, double.PositiveInfinity)]
    [InlineData(-1000, 0)]
    public void Exponential_handles_the_ends_of_the_line(double x, double expected) => CheckSpecial<Exponential<float>, Exponential<double>>(x, expected);

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-0.0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(1, 0)]
    public void Logarithm_handles_the_ends_of_the_line(double x, double expected) => CheckSpecial<Logarithm<float>, Logarithm<double>>(x, expected);

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, -1)]
    [InlineData(0, 0)]
    [InlineData(50, 1)]
    [InlineData(-50, -1)]
    public void Hyperbolic_tangent_handles_the_ends_of_the_line(double x, double expected) =>
        CheckSpecial<HyperbolicTangent<float>, HyperbolicTangent<double>>(x, expected);

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(0, 0.5)]
    public void Logistic_handles_the_ends_of_the_line(double x, double expected) => CheckSpecial<Logistic<float>, Logistic<double>>(x, expected);

    [Fact]
    public void The_larger_and_the_smaller_of_two_is_NaN_if_either_is()
    {
        Assert.True(float.IsNaN(Of<Maximum<float>>(float.NaN, 1)));
        Assert.True(float.IsNaN(Of<Maximum<float>>(1, float.NaN)));
        Assert.True(float.IsNaN(Of<Minimum<float>>(float.NaN, 1)));
        Assert.True(float.IsNaN(Of<Minimum<float>>(1, float.NaN)));
        Assert.Equal(2, Of<Maximum<float>>(1, 2));
        Assert.Equal(1, Of<Minimum<float>>(1, 2));

        static float Of<TOp>(float a, float b)
            where TOp : struct, IBinary<float>
        {
            float y;
            Elementwise.Binary<TOp, float>(&a, &b, &y, 1);
            return y;
        }
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        var random = new Random(8);
        float[] singles = [.. Enumerable.Range(0, 999).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-40, 5))))];
        double[] doubles = [.. Enumerable.Range(0, 999).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-310, 5)))];
        Same<Exponential<float>, float>(singles);
        Same<HyperbolicTangent<float>, float>(singles);
        Same<Logistic<float>, float>(singles);
        Same<Logarithm<float>, float>([.. singles.Select(Math.Abs)]);
        Same<Exponential<double>, double>(doubles);
        Same<HyperbolicTangent<double>, double>(doubles);
        Same<Logistic<double>, double>(doubles);
        Same<Logarithm<double>, double>([.. doubles.Select(Math.Abs)]);

        static void Same<TOp, T>(T[] x)
            where TOp : struct, IUnary<T>
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => KernelSettings.AssertSameBits(() => Apply<TOp, T>(x));
    }

    private static T[] Apply<TOp, T>(T[] x)
        where TOp : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var y = new T[x.Length];
        fixed (T* px = x, py = y)
        {
            Elementwise.Unary<TOp, T>(px, py, x.Length);
        }

        return y;
    }

    private static void CheckSingle<TOp>(Func<double, double> exact, double from, double to, double units)
        where TOp : struct, IUnary<float>
    {
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, 20000).Select(_ => (float)(from + ((to - from) * random.NextDouble())))];
        float[] y = Apply<TOp, float>(x);
        for (int i = 0; i < x.Length; i++)
        {
            double expected = exact(x[i]);
            double unit = Math.Max(MathF.BitIncrement((float)Math.Abs(expected)) - Math.Abs((float)expected), float.Epsilon);
            Assert.True(Math.Abs(y[i] - expected) <= units * unit || y[i] == (float)expected, $"f({x[i]:R}) = {y[i]:R}, not {expected:R}");
        }
    }

    private static void CheckDouble<TOp>(Func<double, double> exact, double from, double to, double units)
        where TOp : struct, IUnary<double>
    {
        var random = new Random(1);
        double[] x = [.. Enumerable.Range(0, 20000).Select(_ => from + ((to - from) * random.NextDouble()))];
        double[] y = Apply<TOp, double>(x);
        for (int i = 0; i < x.Length; i++)
        {
            double expected = exact(x[i]);
            double unit = Math.Max(Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), double.Epsilon);
            Assert.True(Math.Abs(y[i] - expected) <= units * unit, $"f({x[i]:R}) = {y[i]:R}, not {expected:R}");
        }
    }

    private static void CheckSpecial<TSingle, TDouble>(double x, double expected)
        where TSingle : struct, IUnary<float>
        where TDouble : struct, IUnary<double>
    {
        foreach (int bits in KernelSettings.Widths)
        {
            KernelSettings.With(bits, 1, () =>
            {
                Assert.All(Apply<TSingle, float>([.. Enumerable.Repeat((float)x, 19)]), y => Assert.Equal((float)expected, y));
                Assert.All(Apply<TDouble, double>([.. Enumerable.Repeat(x, 19)]), y => Assert.Equal(expected, y));
            });
        }
    }
}
