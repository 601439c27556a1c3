using System.Collections;
using System.Globalization;

namespace LstmCourse.Exercises;

/// <summary>Equality that does not stumble over int against long, or over capitals and spaces around a word.</summary>
internal static class LooseEquality
{
    public static bool Same(object? a, object? b) => (a, b) switch
    {
        (string x, string y) => string.Equals(x.Trim(), y.Trim(), StringComparison.OrdinalIgnoreCase),
        (string, _) or (_, string) => false,
        (IEnumerable x, IEnumerable y) => Same(x, y),
        _ when IsNumber(a) && IsNumber(b) =>
        Convert.ToDouble(a, CultureInfo.InvariantCulture) == Convert.ToDouble(b, CultureInfo.InvariantCulture),
        _ => Equals(a, b),
    };

    private static bool Same(IEnumerable a, IEnumerable b)
    {
        object?[] x = [.. a.Cast<object?>()], y = [.. b.Cast<object?>()];
        return x.Length == y.Length && x.Zip(y).All(pair => Same(pair.First, pair.Second));
    }

    private static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;
}
