using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>The difference between two texts: the lines that are missing and the lines that are new.</summary>
/// <param name="Line">The number of the first line that differs, from 1.</param>
/// <param name="Lines">The differing lines, with <c>- </c> before committed and <c>+ </c> before new ones.</param>
internal sealed record LineDiff(int Line, ImmutableArray<string> Lines)
{
    private const int MaxLines = 12;
    private const int MaxWidth = 120;
    private const int MaxTableSize = 1_000_000;

    /// <summary>The difference, or null where there is none.</summary>
    public static LineDiff? Between(ImmutableArray<ComparableLine> expected, ImmutableArray<ComparableLine> actual, Tolerance tolerance)
    {
        var start = 0;
        while (start < expected.Length && start < actual.Length && expected[start].Matches(actual[start], tolerance)) start++;
        if (start == expected.Length && start == actual.Length) return null;

        var (expectedEnd, actualEnd) = (expected.Length, actual.Length);
        while (expectedEnd > start && actualEnd > start && expected[expectedEnd - 1].Matches(actual[actualEnd - 1], tolerance))
        {
            expectedEnd--;
            actualEnd--;
        }

        var changes = Changes(expected.AsSpan(start, expectedEnd - start), actual.AsSpan(start, actualEnd - start), tolerance);
        return new LineDiff(start + 1, Shorten(changes));
    }

    private static List<(string? Expected, string? Actual)> Changes(
        ReadOnlySpan<ComparableLine> expected, ReadOnlySpan<ComparableLine> actual, Tolerance tolerance)
    {
        var changes = new List<(string?, string?)>();
        var common = (long)expected.Length * actual.Length <= MaxTableSize ? CommonLengths(expected, actual, tolerance) : null;
        var (i, j) = (0, 0);
        while (i < expected.Length || j < actual.Length)
        {
            if (i < expected.Length && j < actual.Length && expected[i].Matches(actual[j], tolerance)) (i, j) = (i + 1, j + 1);
            else if (common is not null && i < expected.Length && j < actual.Length && common[i + 1, j + 1] == common[i, j]) changes.Add(
                (expected[i++].Text, actual[j++].Text));
            else if (j == actual.Length || (i < expected.Length && (common is null || common[i + 1, j] >= common[i, j + 1]))) changes.Add(
                (expected[i++].Text, null));
            else changes.Add((null, actual[j++].Text));
        }

        return changes;
    }

    // common[i, j] is the length of the longest common subsequence of the lines from i and from j on.
    private static int[,] CommonLengths(ReadOnlySpan<ComparableLine> expected, ReadOnlySpan<ComparableLine> actual, Tolerance tolerance)
    {
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = actual.Length - 1; j >= 0; j--)
            {
                common[i, j] = expected[i].Matches(actual[j], tolerance) ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static ImmutableArray<string> Shorten(List<(string? Expected, string? Actual)> changes)
    {
        var lines = new List<string>();
        foreach (var (expected, actual) in changes)
        {
            var from = expected is not null && actual is not null && Math.Max(expected.Length, actual.Length) > MaxWidth
                ? FirstDifference(expected, actual) - (MaxWidth / 3) : 0;
            if (expected is not null) lines.Add("- " + Excerpt(expected, from));
            if (actual is not null) lines.Add("+ " + Excerpt(actual, from));
        }

        if (lines.Count <= MaxLines) return [.. lines];
        return [.. lines.Take(MaxLines), $"… and {lines.Count - MaxLines} more lines"];
    }

    private static int FirstDifference(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    private static string Excerpt(string line, int from)
    {
        from = Math.Clamp(from, 0, Math.Max(0, line.Length - MaxWidth));
        var to = Math.Min(line.Length, from + MaxWidth);
        return (from > 0 ? "…" : "") + line[from..to] + (to < line.Length ? "…" : "");
    }
}
