using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>
/// Compares what a cell did with what its notebook says it does: the same kinds of outputs in the same order, texts equal up to a
/// tolerance for the numbers in them, charts by their data.
/// </summary>
public static class OutputComparer
{
    // Coordinates are rounded, and nobody sees a twentieth of a pixel.
    private const double DrawingTolerance = 0.05;

    /// <summary>The differences between a cell's committed outputs and other ones.</summary>
    /// <param name="cell">The cell with its committed outputs, its tags and its own tolerance.</param>
    /// <param name="outputs">The new outputs.</param>
    /// <param name="otherMathematics">
    /// Whether trained numbers are expected to differ: of cells that have some, only the kinds of outputs count.
    /// </param>
    public static ImmutableArray<OutputDifference> Compare(
        CodeCell cell, ImmutableArray<CellOutput> outputs, bool otherMathematics = false)
    {
        var (expected, actual) = (MergeStreams(cell.Outputs), MergeStreams(outputs));
        if (!expected.Select(Kind).SequenceEqual(actual.Select(Kind)))
        {
            return [new OutputDifference(cell.Number, "the kinds of outputs", [$"- {Kinds(expected)}", $"+ {Kinds(actual)}"])];
        }

        var comparison = CellComparisons.Of(cell);
        if (comparison == CellComparison.Shape) return CompareShapes(cell, expected, actual);
        if (comparison == CellComparison.Trained && otherMathematics) return [];
        var tolerance = Tolerance.Of(cell);
        var differences = ImmutableArray.CreateBuilder<OutputDifference>();
        for (var i = 0; i < expected.Count; i++)
        {
            foreach (var (place, lines) in Compare(expected[i], actual[i], tolerance))
            {
                differences.Add(new OutputDifference(cell.Number, $"output {i + 1} ({place})", lines));
            }
        }

        return differences.ToImmutable();
    }

    private static ImmutableArray<OutputDifference> CompareShapes(CodeCell cell, List<CellOutput> expected, List<CellOutput> actual) =>
        [.. expected.Zip(actual)
            .Select((pair, i) => (Before: OutputShape.Of(pair.First), After: OutputShape.Of(pair.Second), Number: i + 1))
            .Where(shapes => shapes.Before != shapes.After)
            .Select(shapes =>
                new OutputDifference(cell.Number, $"output {shapes.Number} (shape)", [$"- {shapes.Before}", $"+ {shapes.After}"]))];

    private static IEnumerable<(string Place, ImmutableArray<string> Lines)> Compare(CellOutput expected, CellOutput actual,
        Tolerance tolerance) =>
        (expected, actual) switch
        {
            (StreamOutput before, StreamOutput after) => CompareText(before.Name, before.Text, after.Text, tolerance),
            (DisplayOutput before, DisplayOutput after) => CompareBundles(before.Data, after.Data, tolerance),
            (ResultOutput before, ResultOutput after) => CompareBundles(before.Data, after.Data, tolerance),
            (ErrorOutput before, ErrorOutput after) =>
            CompareText("error", $"{before.Name}: {before.Message}", $"{after.Name}: {after.Message}", tolerance),
            _ => throw new ArgumentException($"outputs of different kinds: {expected.GetType().Name}, {actual.GetType().Name}",
            nameof(actual)),
        };

    private static IEnumerable<(string Place, ImmutableArray<string> Lines)> CompareBundles(MimeBundle expected, MimeBundle actual,
        Tolerance tolerance)
    {
        var (before, after) = (MimeTypes(expected), MimeTypes(actual));
        if (before != after) return [("its representations", [$"- {before}", $"+ {after}"])];

        // They all show one value. The one that people read best stands for the others.
        var different = expected.Representations
            .OrderBy(part => part.Key switch { "text/plain" => 0, _ when CellOutputJson.IsJson(part.Key) => 1, _ => 2 })
            .SelectMany(part =>
                CompareContents(part.Key, part.Value, actual[part.Key]!, tolerance).Select(found => (part.Key, found.Place, found.Lines)))
            .ToList();
        if (different.Count == 0) return [];
        var others = different.Skip(1).Select(part => part.Key).ToList();
        return [(different[0].Place + (others.Count > 0 ? $"; also {string.Join(", ", others)}" : ""), different[0].Lines)];
    }

    private static IEnumerable<(string Place, ImmutableArray<string> Lines)> CompareContents(
        string mimeType, JsonNode expected, JsonNode actual, Tolerance tolerance)
    {
        if (CellOutputJson.IsJson(mimeType))
        {
            var lines = JsonComparer.Compare(expected, actual, tolerance);
            return lines.Count == 0 ? [] : [(mimeType, [.. lines])];
        }

        var (before, after) = (expected.GetValue<string>(), actual.GetValue<string>());
        if (mimeType is not ("image/svg+xml" or "text/html")) return CompareText(mimeType, before, after, tolerance);

        // How a chart of times is drawn depends on the times.
        if (mimeType == "image/svg+xml" && tolerance.IgnoresNumbers) return [];
        if (mimeType == "image/svg+xml") tolerance = tolerance with { AbsoluteInTags = DrawingTolerance };
        return Places(mimeType, "part", LineDiff.Between(ComparableText.MarkupLines(before), ComparableText.MarkupLines(after), tolerance));
    }

    private static IEnumerable<(string Place, ImmutableArray<string> Lines)> CompareText(string what, string expected, string actual,
        Tolerance tolerance) =>
        Places(what, "line", LineDiff.Between(ComparableText.Lines(expected), ComparableText.Lines(actual), tolerance));

    private static IEnumerable<(string Place, ImmutableArray<string> Lines)> Places(string what, string unit, LineDiff? diff) =>
        diff is null ? [] : [($"{what}, {unit} {diff.Line}", diff.Lines)];

    private static List<CellOutput> MergeStreams(ImmutableArray<CellOutput> outputs)
    {
        var merged = new List<CellOutput>();
        foreach (var output in outputs)
        {
            if (output is StreamOutput next && merged.LastOrDefault() is StreamOutput last && last.Name == next.Name)
            {
                merged[^1] = last with { Text = last.Text + next.Text };
            }
            else
            {
                merged.Add(output);
            }
        }

        return merged;
    }

    private static string Kind(CellOutput output) => output switch
    {
        StreamOutput stream => stream.Name,
        DisplayOutput => "display",
        ResultOutput => "result",
        ErrorOutput => "error",
        _ => output.GetType().Name,
    };

    private static string Kinds(List<CellOutput> outputs) => outputs.Count == 0 ? "no output" : string.Join(", ", outputs.Select(Kind));

    private static string MimeTypes(MimeBundle bundle) =>
        string.Join(", ", bundle.Representations.Select(part => part.Key).Order(StringComparer.Ordinal));
}
