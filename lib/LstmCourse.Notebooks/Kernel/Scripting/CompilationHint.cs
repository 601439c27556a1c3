using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>What to write instead, where the compiler's own words do not lead there.</summary>
internal static partial class CompilationHint
{
    // CS0103 for names, CS0234 and CS0246 for types.
    private static readonly string[] UnknownName = ["CS0103", "CS0234", "CS0246"];

    /// <summary>A line to go below the errors, or null.</summary>
    public static string? Of(IReadOnlyList<Diagnostic> errors)
    {
        if (errors.Any(e => UnknownName.Contains(e.Id) && Engine().IsMatch(SourceOf(e))))
        {
            return "This kernel has no Kernel and no KernelInvocationContext: write display(…), HTML(…), Javascript(…) or CSS(…) alone.";
        }

        return errors.Any(e => With().IsMatch(LineOf(e)))
            ? "A line that begins with 'name with {' is read as a property: put it in brackets, (name with { … })."
            : null;
    }

    private static string SourceOf(Diagnostic error) =>
        error.Location.SourceTree?.GetText().ToString(error.Location.SourceSpan) ?? "";

    private static string LineOf(Diagnostic error) =>
        error.Location.SourceTree?.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString() ?? "";

    [GeneratedRegex(@"\b(Kernel|KernelInvocationContext)$")]
    private static partial Regex Engine();

    [GeneratedRegex(@"^\s*[\w.]+\s+with\s*\{")]
    private static partial Regex With();
}
