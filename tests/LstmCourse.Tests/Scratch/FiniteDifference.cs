namespace LstmCourse.Tests.Scratch;

/// <summary>Slopes measured from values: (f(x + e) − f(x − e)) / 2e.</summary>
internal static class FiniteDifference
{
    private const double E = 1e-5;

    public static double Of(Func<double, double> f, double x) => (f(x + E) - f(x - E)) / (2 * E);

    /// <summary>The slope along one number of an array that <paramref name="f"/> reads.</summary>
    public static double Of(Func<double> f, double[] values, int index)
    {
        var original = values[index];
        var slope = Of(x =>
        {
            values[index] = x;
            return f();
        }, original);
        values[index] = original;
        return slope;
    }
}
