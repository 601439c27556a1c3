using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>Compares JSON values, such as the data of a chart, number by number.</summary>
internal sealed class JsonComparer(Tolerance tolerance)
{
    private const int MaxDifferences = 5;
    private const int MaxLength = 100;

    // In a chart's data 3 and 3.0001 are near each other like any other two numbers.
    private readonly Tolerance _textTolerance = tolerance;
    private readonly Tolerance _tolerance = tolerance with { WholeNumbersExact = false };
    private readonly List<string> _lines = [];
    private int _count;

    /// <summary>The differences, each with its path; empty when the values are near enough.</summary>
    public static IReadOnlyList<string> Compare(JsonNode? expected, JsonNode? actual, Tolerance tolerance)
    {
        var comparer = new JsonComparer(tolerance);
        comparer.Compare("", expected, actual);
        if (comparer._count > MaxDifferences) comparer._lines.Add($"… and {comparer._count - MaxDifferences} more values");
        return comparer._lines;
    }

    private void Compare(string path, JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonObject before, JsonObject after):
                foreach (var (name, value) in before)
                {
                    if (after.ContainsKey(name)) Compare(Join(path, name), value, after[name]);
                    else Report(Join(path, name), Show(value), null);
                }

                foreach (var (name, value) in after)
                {
                    if (!before.ContainsKey(name)) Report(Join(path, name), null, Show(value));
                }

                break;
            case (JsonArray before, JsonArray after):
                if (before.Count != after.Count) Report(path, $"{before.Count} values", $"{after.Count} values");
                for (var i = 0; i < Math.Min(before.Count, after.Count); i++) Compare($"{path}[{i}]", before[i], after[i]);
                break;
            default:
                if (!AreClose(expected, actual)) Report(path, Show(expected), Show(actual));
                break;
        }
    }

    private bool AreClose(JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null) return expected is null && actual is null;
        return (expected.GetValueKind(), actual.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => _tolerance.Allows(Number(expected), Number(actual)),
            (JsonValueKind.String, JsonValueKind.String) => LineDiff.Between(
                ComparableText.Lines(expected.GetValue<string>()), ComparableText.Lines(actual.GetValue<string>()), _textTolerance) is null,
            var (before, after) => before == after && before is (JsonValueKind.True or JsonValueKind.False),
        };
    }

    private void Report(string path, string? expected, string? actual)
    {
        if (++_count > MaxDifferences) return;
        if (expected is not null) _lines.Add($"- {path}: {expected}");
        if (actual is not null) _lines.Add($"+ {path}: {actual}");
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Show(JsonNode? node)
    {
        var text = node is null ? "null" : node.ToJsonString();
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }
}
