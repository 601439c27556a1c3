using LstmCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Whether a console should run what was typed, or wait for more.</summary>
/// <param name="Status"><c>complete</c>, <c>incomplete</c> or <c>invalid</c>.</param>
/// <param name="Indent">For what is incomplete: what to begin the next line with.</param>
internal sealed record Completeness(string Status, string Indent)
{
    private const string Step = "    ";

    // A comment, a raw or a verbatim string that is open: the compiler complains where it begins, but it can still be closed.
    private static readonly string[] Open = ["CS1035", "CS1039", "CS8997"];

    public static Completeness Of(string code)
    {
        var tree = SyntaxFactory.ParseSyntaxTree(code, SubmissionCompiler.ParseOptions);
        var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (SyntaxFactory.IsCompleteSubmission(tree)) return new Completeness(errors.Count > 0 ? "invalid" : "complete", "");
        // More lines can only mend what is missing at the end.
        var end = code.AsSpan().TrimEnd().Length;
        var isBeyondMending = errors.Exists(d => d.Location.SourceSpan.Start < end && !Open.Contains(d.Id));
        return isBeyondMending ? new Completeness("invalid", "") : new Completeness("incomplete", IndentAfter(code));
    }

    private static string IndentAfter(string code)
    {
        var line = code.TrimEnd().Split('\n')[^1];
        var indent = line[..^line.TrimStart().Length];
        return line.EndsWith('{') || line.EndsWith('(') ? indent + Step : indent;
    }
}
