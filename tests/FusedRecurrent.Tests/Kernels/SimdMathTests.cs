using System.Numerics;
using FusedRecurrent.Kernels.Recurrent;
using FusedRecurrent.Kernels.Simd;

namespace FusedRecurrent.Tests.Kernels;

[Collection(KernelSettings.Name)]
public sealed unsafe class SimdMathTests
{
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
    public void Logistic_handles_the_ends_of_the_line(double x, double expected) =>
        CheckSpecial<Logistic<float>, Logistic<double>>(x, expected);

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        var random = new Random(8);
        float[] singles =
            [.. Enumerable.Range(0, 999).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-40, 5))))];
        double[] doubles = [.. Enumerable.Range(0, 999).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-310, 5)))];
        Same<HyperbolicTangent<float>, float>(singles);
        Same<Logistic<float>, float>(singles);
        Same<HyperbolicTangent<double>, double>(doubles);
        Same<Logistic<double>, double>(doubles);

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
            SimdWidth.RunUpTo<Whole<TOp, T>, T>(x.Length, new(px, py, x.Length));
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

    private readonly struct Whole<TOp, T>(T* x, T* y, int n) : IKernel<T>
        where TOp : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run<V>()
            where V : struct, ISimd<V, T> => Activation.Apply<TOp, V, T>(1, n, x, 0, y, 0);
    }
}
