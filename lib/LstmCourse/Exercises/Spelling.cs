using System.Collections;
using System.Globalization;

namespace LstmCourse.Exercises;

/// <summary>How answers and failures are written, the same in every culture.</summary>
internal static class Spelling
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>A number with as many decimals as the tolerance asks for; very large and very small ones with an exponent.</summary>
    public static string Number(double value, double tol)
    {
        var size = Math.Abs(value);
        if (size >= 1e7 || (size > 0 && size < tol)) return value.ToString("0.####E+0", Invariant);
        if (tol >= 0.5) return value.ToString("F0", Invariant);
        var decimals = tol > 0 ? Math.Min(12, (int)Math.Ceiling(-Math.Log10(tol) - 1e-9)) : 12;
        return value.ToString($"F{decimals}", Invariant);
    }

    /// <summary>A wrong number, with as many digits as keep it from looking like the right one.</summary>
    public static string Wrong(double value, double expected, double tol)
    {
        var text = Number(value, tol);
        if (Math.Abs(value - expected) > tol && text == Number(expected, tol)) return value.ToString("R", Invariant);
        return text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal) ? text.TrimEnd('0')
            .TrimEnd('.') : text;
    }

    /// <summary>A tolerance.</summary>
    public static string Limit(double tol) => tol >= 1e-4 ? tol.ToString("0.####", Invariant) : tol.ToString("0E+0", Invariant);

    /// <summary>A score or a bar.</summary>
    public static string Score(double value) => value.ToString("0.####", Invariant);

    /// <summary>A number of values.</summary>
    public static string Count(int count) => count == 1 ? "1 value" : $"{count.ToString(Invariant)} values";

    /// <summary>A number of a list by its place, counted from 0.</summary>
    public static string Place(int place) =>
        place < Ordinals.Length ? $"the {Ordinals[place]} number" : string.Create(Invariant, $"number {place + 1}");

    /// <summary>A list, shortened where it is long.</summary>
    public static string Several(IEnumerable<string> list)
    {
        string[] items = [.. list];
        return items.Length <= 8 ? string.Join(", ", items) : $"{string.Join(", ", items.Take(6))}, … ({items.Length} values)";
    }

    /// <summary>Any value.</summary>
    public static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => $"\"{text}\"",
        IEnumerable items => $"[{Several(items.Cast<object?>().Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, Invariant),
        _ => value.ToString() ?? "nothing",
    };

    /// <summary>Why code stopped, in one line that says more than a runtime's does.</summary>
    public static string Failure(Exception exception) => exception switch
    {
        IndexOutOfRangeException or ArgumentOutOfRangeException { ParamName: "index" } =>
            "the code asks for a place that its array or list does not have; are there as many values as it counts on?",
        NullReferenceException => "the code uses something that is still null",
        InvalidOperationException { Message: "Sequence contains no elements" } => "the code wants a value of a list that is empty",
        _ => $"the code stopped: {FirstLine(exception.Message)}",
    };

    private static string FirstLine(string message) => message.Split('\n', 2)[0].TrimEnd();
}
