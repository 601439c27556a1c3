using System.Collections;
using System.Globalization;

namespace LstmCourse.Exercises;

/// <summary>The lines that <see cref="Check"/> prints.</summary>
internal static class Verdict
{
    private const string Unfilled = "still to be filled in";

    public static string Close(string name, double? mine, double expected, double tol, string? hint)
    {
        if (mine is not { } value || double.IsNaN(value)) return NotYet(name, Unfilled, hint);
        return IsClose(value, expected, tol)
            ? Ok($"{name} = {Number(value, tol)}")
            : NotYet(name, $"expected {Number(expected, tol)}, got {Precise(value, expected, tol)}", hint);
    }

    public static string Close(string name, IEnumerable<double>? mine, IEnumerable<double> expected, double tol, string? hint)
    {
        double[] right = [.. expected];
        if (!TryRead(mine, out var values, out var problem)) return NotYet(name, problem, hint);
        if (values.Length == 0 && right.Length > 0) return NotYet(name, Unfilled, hint);
        if (Array.TrueForAll(values, double.IsNaN) && right.Length > 0) return NotYet(name, Unfilled, hint);
        if (values.Length != right.Length) return NotYet(name, $"expected {Count(right.Length)}, got {values.Length}", hint);

        for (var k = 0; k < right.Length; k++)
        {
            if (double.IsNaN(values[k])) return NotYet($"{name}[{k}]", Unfilled, hint);
            if (!IsClose(values[k], right[k], tol))
            {
                return NotYet($"{name}[{k}]", $"expected {Number(right[k], tol)}, got {Precise(values[k], right[k], tol)}", hint);
            }
        }

        return Ok($"{name} = {Several(values.Select(value => Number(value, tol)).ToArray())}");
    }

    public static string Equal(string name, object? mine, object? expected, string? hint)
    {
        try
        {
            if (mine is null or double.NaN or float.NaN) return NotYet(name, Unfilled, hint);
            var equal = mine is IEnumerable ours and not string && expected is IEnumerable theirs and not string
                ? ours.Cast<object?>().SequenceEqual(theirs.Cast<object?>(), Loosely.Instance)
                : Loosely.Instance.Equals(mine, expected);
            return equal ? Ok($"{name} = {Text(mine)}") : NotYet(name, $"expected {Text(expected)}, got {Text(mine)}", hint);
        }
        catch (Exception exception)
        {
            return NotYet(name, $"could not be read ({exception.Message})", hint);
        }
    }

    public static string That(string name, bool? holds, string? hint) => holds switch
    {
        true => Ok(name),
        false => NotYet(name, null, hint),
        null => NotYet(name, Unfilled, hint),
    };

    private static string Ok(string what) => $"ok  {what}";

    private static string NotYet(string name, string? what, string? hint) =>
        $"not yet  {name}{(what is null ? "" : $": {what}")}{(string.IsNullOrWhiteSpace(hint) ? "" : $" — {hint}")}";

    private static bool IsClose(double mine, double expected, double tol) => mine == expected || Math.Abs(mine - expected) <= tol;

    // The learner's sequence may be lazy, and then its code runs, and fails, here.
    private static bool TryRead(IEnumerable<double>? mine, out double[] values, out string problem)
    {
        (values, problem) = ([], Unfilled);
        if (mine is null) return false;
        try
        {
            values = [.. mine];
            return true;
        }
        catch (Exception exception)
        {
            problem = $"could not be read ({exception.Message})";
            return false;
        }
    }

    private static string Count(int count) => count == 1 ? "1 value" : $"{count} values";

    /// <summary>A number with as many decimals as the tolerance asks for; very large and very small ones with an exponent.</summary>
    private static string Number(double value, double tol)
    {
        var size = Math.Abs(value);
        if (size >= 1e7 || (size > 0 && size < tol)) return value.ToString("0.####E+0", CultureInfo.InvariantCulture);
        if (tol >= 1) return value.ToString("F0", CultureInfo.InvariantCulture);
        var decimals = tol > 0 ? Math.Min(12, (int)Math.Ceiling(-Math.Log10(tol) - 1e-9)) : 12;
        return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    // "expected 0.7400, got 0.7400" would help nobody: a wrong number is shown with as many digits as tell it apart.
    private static string Precise(double value, double expected, double tol)
    {
        var text = Number(value, tol);
        return text == Number(expected, tol) ? value.ToString("R", CultureInfo.InvariantCulture) : text;
    }

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => $"\"{text}\"",
        IEnumerable items => $"[{Several(items.Cast<object?>().Select(Text).ToArray())}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "nothing",
    };

    private static string Several(string[] items) => items.Length <= 8
        ? string.Join(", ", items)
        : $"{string.Join(", ", items.Take(6))}, … ({items.Length} values)";

    /// <summary>Equality that does not stumble over int against long, or over capitals and spaces around a word.</summary>
    private sealed class Loosely : IEqualityComparer<object?>
    {
        public static Loosely Instance { get; } = new();

        public new bool Equals(object? a, object? b) => (a, b) switch
        {
            (string x, string y) => string.Equals(x.Trim(), y.Trim(), StringComparison.OrdinalIgnoreCase),
            _ when IsInteger(a) && IsInteger(b) =>
            Convert.ToDecimal(a, CultureInfo.InvariantCulture) == Convert.ToDecimal(b, CultureInfo.InvariantCulture),
            _ => object.Equals(a, b),
        };

        public int GetHashCode(object? value) => 0;

        private static bool IsInteger(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong;
    }
}
