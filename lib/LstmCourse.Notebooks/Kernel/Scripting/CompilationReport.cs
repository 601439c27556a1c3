using System.Globalization;
using LstmCourse.Notebooks.Documents;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>The compiler's findings in words: "cell 7, line 3: error CS0103: …" and the line with a mark below.</summary>
internal static class CompilationReport
{
    private const int MostErrors = 5;

    public static ErrorOutput Of(IReadOnlyList<Diagnostic> errors)
    {
        // What the compiler could not read it has misread, and what it says of the rest may follow from that: the slips come alone, and
        // the learner starts at the top.
        var slips = errors.Select(e => e.Location.SourceTree).OfType<SyntaxTree>().Distinct().SelectMany(tree => tree.GetDiagnostics())
            .ToHashSet();
        var told = errors.Any(slips.Contains) ? errors.Where(slips.Contains).ToList() : errors;
        var shown = told.OrderBy(e => e.Location.SourceSpan.Start).Take(MostErrors).ToList();
        var lines = shown.SelectMany(Explain).ToList();
        if (told.Count > shown.Count) lines.Add($"… and {told.Count - shown.Count} more");
        if (CompilationHint.Of(shown) is { } hint) lines.Add(hint);
        return new ErrorOutput("CompilationError", OneLine(shown[0]), [.. lines]);
    }

    /// <summary>A finding without the marked line.</summary>
    public static string OneLine(Diagnostic diagnostic) =>
        $"{Place(diagnostic.Location)}{Severity(diagnostic)} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    private static IEnumerable<string> Explain(Diagnostic diagnostic)
    {
        yield return OneLine(diagnostic);
        if (diagnostic.Location.SourceTree?.GetText() is not { } text) yield break;
        var span = diagnostic.Location.SourceSpan;
        var line = text.Lines.GetLineFromPosition(span.Start);
        var source = line.ToString();
        if (source.Trim().Length == 0) yield break;
        var indent = source.Length - source.TrimStart().Length;
        var width = Math.Max(1, Math.Min(span.End, line.End) - span.Start);
        yield return $"    {source.Trim()}";
        yield return $"    {new string(' ', Math.Max(0, span.Start - line.Start - indent))}{new string('^', width)}";
    }

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return span.IsValid && span.Path.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{SourceNames.Short(span.Path)}, line {span.StartLinePosition.Line + 1}: ")
            : "";
    }

    private static string Severity(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
}
