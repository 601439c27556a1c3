using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>
/// A line cut into its numbers and the text between them. Spaces beside a number do not count: a column of numbers is padded according
/// to their signs and lengths.
/// </summary>
internal sealed partial class ComparableLine
{
    private readonly ImmutableArray<string> _between;
    private readonly ImmutableArray<string> _numbers;

    private readonly bool _isTag;

    private ComparableLine(string text, MatchCollection numbers, bool isTag)
    {
        Text = text;
        _isTag = isTag;
        _numbers = [.. numbers.Select(number => number.Value)];
        var between = ImmutableArray.CreateBuilder<string>(numbers.Count + 1);
        var start = 0;
        foreach (Match number in numbers)
        {
            between.Add(Trim(text[start..number.Index], afterNumber: start > 0, beforeNumber: true));
            start = number.Index + number.Length;
        }

        between.Add(Trim(text[start..], afterNumber: start > 0, beforeNumber: false));
        _between = between.MoveToImmutable();
    }

    public string Text { get; }

    /// <summary>A line that people read: digits inside a word, as in <c>x2</c> or <c>#1f77b4</c>, are part of the word.</summary>
    public static ComparableLine OfText(string line) => new(line, NumberInText().Matches(line), isTag: false);

    /// <summary>A line from inside a tag: digits are numbers wherever they stand, as in <c>M10.5-3L4,2</c>, except in colours.</summary>
    public static ComparableLine OfTag(string line) => new(line, NumberInTag().Matches(line), isTag: true);

    public bool Matches(ComparableLine other, Tolerance tolerance)
    {
        if (Text == other.Text) return true;
        if (_numbers.Length != other._numbers.Length || _isTag != other._isTag) return false;
        if (_isTag) tolerance = tolerance.InTags;
        for (var i = 0; i < _between.Length; i++)
        {
            var (expected, actual) = (_between[i], other._between[i]);
            if (expected != actual && !(tolerance.IgnoresNumbers && i > 0 && WithoutUnit(expected) == WithoutUnit(actual))) return false;
        }

        return _numbers.Zip(other._numbers).All(pair => IsClose(pair.First, pair.Second, tolerance));
    }

    private static bool IsClose(string expected, string actual, Tolerance tolerance)
    {
        if (expected == actual) return true;
        if (tolerance is { WholeNumbersExact: true, IgnoresNumbers: false } && IsWhole(expected) && IsWhole(actual)) return false;
        return tolerance.Allows(Parse(expected), Parse(actual));
    }

    private static bool IsWhole(string number) => !number.AsSpan().ContainsAny('.', 'e', 'E');

    private static double Parse(string number) =>
        double.Parse(number.Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Trim(string text, bool afterNumber, bool beforeNumber)
    {
        if (afterNumber) text = text.TrimStart(' ', '\t');
        return beforeNumber ? text.TrimEnd(' ', '\t') : text;
    }

    // "950 ms" today may be "1.1 s" tomorrow.
    private static string WithoutUnit(string text) => Unit().Replace(text, "");

    [GeneratedRegex(@"(?<![\w#]|\w\.)(?:(?<!\))[-+\u2212])?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberInText();

    [GeneratedRegex(@"(?<!#[0-9a-fA-F]{0,7})[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInTag();

    [GeneratedRegex(@"^(?:ns|µs|μs|us|ms|s|min|h|B|[kKMG]i?B)(?!\w)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
