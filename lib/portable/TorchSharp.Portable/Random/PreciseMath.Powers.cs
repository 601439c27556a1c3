namespace TorchSharp;

internal static partial class PreciseMath
{
    /// <summary>From here on every double is a whole, even number.</summary>
    private const double AllWhole = 9007199254740992;

    /// <summary>
    /// xⁿ with pow's special cases: square roots and whole powers to the last place, others as e^(n·ln x), whose error grows with n·ln x.
    /// </summary>
    internal static double Pow(double x, double n)
    {
        if (n == 0 || x == 1) return 1;
        if (double.IsNaN(x) || double.IsNaN(n)) return double.NaN;
        var size = Math.Abs(x);
        if (double.IsInfinity(n)) return size == 1 ? 1 : size > 1 == n > 0 ? double.PositiveInfinity : 0;
        var isWhole = n == Math.Floor(n);
        var negative = (x < 0 || (x == 0 && double.IsNegative(x))) && isWhole && Math.Abs(n) < AllWhole && (long)n % 2 != 0;
        if (x < 0 && !isWhole && double.IsFinite(x)) return double.NaN;
        var power = size == 0 || double.IsInfinity(size) ? (size == 0 == n > 0 ? 0 : double.PositiveInfinity)
            : n == 0.5 ? Math.Sqrt(size)
            : isWhole && Math.Abs(n) <= int.MaxValue ? WholePower(size, (long)n)
            : Exp(n * LogOfPositive(size));
        return negative ? -power : power;
    }

    /// <summary>By squaring; each product keeps what rounding would lose in a second number.</summary>
    private static double WholePower(double x, long n)
    {
        (double High, double Low) power = (1, 0), square = (x, 0);
        for (var left = Math.Abs(n); left > 0; left >>= 1)
        {
            if ((left & 1) != 0) power = Multiply(power, square);
            square = Multiply(square, square);
        }

        if (n > 0) return power.High;
        if (double.IsInfinity(power.High)) return WholePower(1 / x, -n); // the result may be a denormal number
        var inverse = 1 / power.High;
        return power.High == 0 ? inverse : inverse - inverse * (Math.FusedMultiplyAdd(power.High, inverse, -1) + power.Low * inverse);
    }

    private static (double High, double Low) Multiply((double High, double Low) a, (double High, double Low) b)
    {
        var high = a.High * b.High;
        if (high == 0 || double.IsInfinity(high)) return (high, 0);
        var low = Math.FusedMultiplyAdd(a.High, b.High, -high) + (a.High * b.Low + a.Low * b.High);
        var sum = high + low;
        return (sum, low - (sum - high));
    }

    /// <summary><see cref="Log"/>, denormal numbers too.</summary>
    private static double LogOfPositive(double x) => double.IsNormal(x) ? Log(x) : Log(x * (1L << 52)) - 52 * (Ln2High + Ln2Low);
}
