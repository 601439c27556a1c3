namespace TorchSharp;

/// <summary>
/// Logarithm, exponential, sine, cosine and error function in double precision, made of operations whose results IEEE 754 fixes. The functions of the C library
/// differ in the last bit between operating systems, and one different bit in a drawn number is another model.
/// </summary>
internal static partial class PreciseMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double TwoOverRootPi = 1.1283791670955126;
    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    // Taylor coefficients ±1/n!, highest first, without the leading terms r and 1; on |r| ≤ π/4 the rest is below 1e-19.
    private static ReadOnlySpan<double> SineSeries =>
    [
        -1.0 / 121645100408832000, 1.0 / 355687428096000, -1.0 / 1307674368000, 1.0 / 6227020800, -1.0 / 39916800, 1.0 / 362880,
        -1.0 / 5040, 1.0 / 120, -1.0 / 6,
    ];

    private static ReadOnlySpan<double> CosineSeries =>
    [
        -1.0 / 6402373705728000, 1.0 / 20922789888000, -1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320,
        -1.0 / 720, 1.0 / 24, -1.0 / 2,
    ];

    /// <summary>
    /// The natural logarithm of a positive, normal number: x = m·2ᵉ with m near 1, s = (m − 1)/(m + 1), and
    /// log m = 2s(1 + s²/3 + s⁴/5 + …).
    /// </summary>
    internal static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        var f = m - 1;
        var s = f / (m + 1);
        var z = s * s;
        var series = 1.0 / 23;
        for (var odd = 21; odd >= 3; odd -= 2) series = Math.FusedMultiplyAdd(series, z, 1.0 / odd);

        // 2s = f − s·f keeps the leading term exact, so a logarithm near 0 loses no digits.
        var logM = f - s * (f - 2 * z * series);
        return Math.FusedMultiplyAdd(exponent, Ln2High, Math.FusedMultiplyAdd(exponent, Ln2Low, logM));
    }

    /// <summary>Sine and cosine of an angle in [0, 2π].</summary>
    internal static (double Sin, double Cos) SinCos(double angle)
    {
        var quarter = (int)(angle / HalfPiHigh + 0.5);
        var r = Math.FusedMultiplyAdd(-quarter, HalfPiLow, Math.FusedMultiplyAdd(-quarter, HalfPiHigh, angle));
        var z = r * r;

        double sin = 0, cos = 0;
        foreach (var c in SineSeries) sin = Math.FusedMultiplyAdd(sin, z, c);
        foreach (var c in CosineSeries) cos = Math.FusedMultiplyAdd(cos, z, c);
        sin = Math.FusedMultiplyAdd(sin * z, r, r);
        cos = Math.FusedMultiplyAdd(cos, z, 1);

        return (quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>cos(π·x)</summary>
    internal static double CosPi(double x) => SinCos(Math.PI * Math.Abs(x % 2)).Cos;

    /// <summary>eˣ = 2ᵏ·eʳ with |r| ≤ ln 2 / 2, and eʳ by its series.</summary>
    internal static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.78) return double.PositiveInfinity;
        if (x < -745.2) return 0;
        var k = Math.Round(x * 1.4426950408889634);
        var r = Math.FusedMultiplyAdd(-k, Ln2Low, Math.FusedMultiplyAdd(-k, Ln2High, x));
        var sum = 1.0;
        for (var n = 14; n >= 1; n--) sum = Math.FusedMultiplyAdd(sum, r / n, 1);
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>log(1 + x) for x from 0 to 1, exact in the digits that 1 + x loses.</summary>
    internal static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Log(u) * x / (u - 1);
    }

    /// <summary>
    /// The error function: 2/√π·e^(−x²)·Σ 2ⁿx^(2n+1)/(2n+1)!! near 0, and 1 − e^(−x²)/√π times a continued fraction further out.
    /// </summary>
    internal static double Erf(double x)
    {
        var a = Math.Abs(x);
        if (double.IsNaN(x) || a > 6) return double.IsNaN(x) ? x : Math.Sign(x);
        double value;
        if (a < 2.5)
        {
            double term = a, sum = a;
            for (var n = 1; term > sum * 1e-17; n++) sum += term *= 2 * a * a / (2 * n + 1);
            value = TwoOverRootPi * Exp(-a * a) * sum;
        }
        else
        {
            var fraction = a;
            for (var n = 60; n >= 1; n--) fraction = a + n / 2.0 / fraction;
            value = 1 - TwoOverRootPi / 2 * Exp(-a * a) / fraction;
        }
        return x < 0 ? -value : value;
    }

    /// <summary>The inverse of <see cref="Erf"/> on (−1, 1), by Newton's method from Winitzki's approximation.</summary>
    internal static double ErfInverse(double y)
    {
        if (Math.Abs(y) >= 1) return y == 1 ? double.PositiveInfinity : y == -1 ? double.NegativeInfinity : double.NaN;
        var log = Log((1 - y) * (1 + y));
        var half = 2 / (Math.PI * 0.147) + log / 2;
        var x = Math.Sign(y) * Math.Sqrt(Math.Sqrt(half * half - log / 0.147) - half);
        for (var i = 0; i < 3; i++) x -= (Erf(x) - y) / (TwoOverRootPi * Exp(-x * x));
        return x;
    }
}
