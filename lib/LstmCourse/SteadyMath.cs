namespace LstmCourse;

/// <summary>
/// Functions with the same bits on every machine, for whatever decides a weight, a word or a ranking. <see cref="Math"/>'s ask the C
/// library, whose last bit differs between systems, and between processors with and without fused multiply-add.
/// </summary>
internal static class SteadyMath
{
    private const double Ln2 = 0.69314718055994531;

    /// <summary>e^x.</summary>
    public static double Exp(double x) => Scratch.Exponential.Exp(x);

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

    /// <summary>A positive number to any power.</summary>
    public static double Pow(double x, double exponent) => Exp(exponent * Log(x));

    /// <summary>cos(π·share) for a share from 0 to 1, by the cosine's Taylor series on [0, π/2].</summary>
    public static double CosineOfHalfTurn(double share)
    {
        if (share > 0.5) return -CosineOfHalfTurn(1 - share);
        var square = Math.PI * share * (Math.PI * share);
        var sum = 1.0;
        for (var n = 24; n >= 2; n -= 2) sum = 1 - sum * square / (n * (n - 1));
        return sum;
    }
}
