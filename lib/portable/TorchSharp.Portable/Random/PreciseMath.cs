namespace TorchSharp;

/// <summary>
/// Logarithm, sine and cosine in double precision, made of operations whose results IEEE 754 fixes. The functions of the C library
/// differ in the last bit between operating systems, and one different bit in a drawn number is another model.
/// </summary>
internal static class PreciseMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
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
}
