namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// e^x and ln x out of additions, multiplications and divisions only. <see cref="Math"/>'s ask the C library, whose last bit differs from
/// system to system, and between processors with and without fused multiply-add; training amplifies such a bit until two machines report
/// different accuracies for one seed.
/// </summary>
internal static class SteadyMath
{
    private const double Ln2 = 0.69314718055994531;
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts: the first has enough zero bits at its end that k * Ln2High is exact for every k below.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private const double Overflow = 709.782712893384;
    private const double Underflow = -708.0;

    /// <summary>e^x, to about one unit in the last place; 0 below −708, where the result would leave the normal numbers.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > Overflow) return double.PositiveInfinity;
        if (x < Underflow) return 0.0;

        // e^x = 2^k e^r with |r| ≤ ln(2)/2. Two factors for 2^k: at the upper end 2^k alone would overflow.
        var k = (int)Math.Round(x * Log2E);
        var r = x - k * Ln2High - k * Ln2Low;
        var half = k / 2;
        return (1.0 + SmallExpMinusOne(r)) * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    /// <summary>e^x − 1, without the loss of digits that the subtraction would bring near zero.</summary>
    public static double ExpMinusOne(double x) => Math.Abs(x) <= 0.34 ? SmallExpMinusOne(x) : Exp(x) - 1.0;

    /// <summary>
    /// The natural logarithm, −∞ at 0: x = m·2^e with m within √2 of 1, and log m = 2(s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1).
    /// </summary>
    public static double Log(double x)
    {
        if (x <= 0 || !double.IsFinite(x)) return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        var exponent = Math.ILogB(x);
        var m = Math.ScaleB(x, -exponent);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            exponent++;
        }

        var s = (m - 1) / (m + 1);
        var square = s * s;
        var series = 0.0;
        for (var odd = 23; odd >= 3; odd -= 2) series = series * square + 1.0 / odd;
        return exponent * Ln2 + (2 * s + 2 * s * square * series);
    }

    // The Taylor series r + r²/2! + … + r¹³/13!, whose first omitted term is below 1e-17 of the result for |r| ≤ ln(2)/2. Odd and even
    // terms are summed apart, so that the processor can work on both at once.
    private static double SmallExpMinusOne(double r)
    {
        var r2 = r * r;
        var odd = ((((((1.0 / 6227020800) * r2 + 1.0 / 39916800) * r2 + 1.0 / 362880) * r2 + 1.0 / 5040) * r2 + 1.0 / 120) * r2
            + 1.0 / 6) * r2;
        var even = (((((1.0 / 479001600) * r2 + 1.0 / 3628800) * r2 + 1.0 / 40320) * r2 + 1.0 / 720) * r2 + 1.0 / 24) * r2 + 1.0 / 2;
        return r + (odd * r + even * r2);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
