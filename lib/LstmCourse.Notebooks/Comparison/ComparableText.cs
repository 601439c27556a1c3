using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>Cuts a text into lines that can be compared.</summary>
internal static class ComparableText
{
    /// <summary>The lines of a plain text. A missing line end after the last one is no line of its own.</summary>
    public static ImmutableArray<ComparableLine> Lines(string text) => [.. Split(text).Select(ComparableLine.OfText)];

    /// <summary>The tags of a markup text and the texts between them, each on a line.</summary>
    public static ImmutableArray<ComparableLine> MarkupLines(string markup)
    {
        var lines = ImmutableArray.CreateBuilder<ComparableLine>();
        for (var position = 0; position < markup.Length;)
        {
            var isTag = markup[position] == '<';
            var end = isTag ? markup.IndexOf('>', position) + 1 : markup.IndexOf('<', position);
            if (end <= 0) end = markup.Length;
            var piece = markup[position..end];
            if (isTag) lines.Add(ComparableLine.OfTag(piece));
            else lines.AddRange(Split(piece).Where(line => !string.IsNullOrWhiteSpace(line)).Select(ComparableLine.OfText));
            position = end;
        }

        return lines.ToImmutable();
    }

    private static string[] Split(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
