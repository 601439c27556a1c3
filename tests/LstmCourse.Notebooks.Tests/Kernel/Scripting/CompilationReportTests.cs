using LstmCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

public class CompilationReportTests
{
    [Theory]
    [InlineData("record Pair(int A, int B);\nvar pair = new Pair(A: 1, B: new(2);", "error CS1026: ) expected")]
    [InlineData("var a = unknown;\nvar b = 1", "error CS1002: ; expected")]
    [InlineData("var a = unknown;\nvar b = other;", "error CS0103: The name 'unknown' does not exist in the current context")]
    public void A_slip_of_the_pen_is_told_without_what_follows_from_it(string cell, string first)
    {
        var errors = ErrorsOf(cell);
        Assert.True(errors.Count >= 2, string.Join('\n', errors));

        var report = CompilationReport.Of(errors);

        Assert.Equal(first, report.Message);
        var isSlip = !first.Contains("CS0103", StringComparison.Ordinal);
        Assert.Equal(isSlip, !string.Join('\n', report.Traceback).Contains("CS0103", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kernel.Root.Name", "write display(…), HTML(…), Javascript(…) or CSS(…) alone")]
    [InlineData("KernelInvocationContext.Current?.Display(1);", "write display(…), HTML(…), Javascript(…) or CSS(…) alone")]
    [InlineData("Kernel k = null;", "write display(…), HTML(…), Javascript(…) or CSS(…) alone")]
    [InlineData("var ada = 1;\nada with { Age = 38 }", "put it in brackets, (name with { … })")]
    public void What_the_compiler_cannot_know_ends_with_what_to_write_instead(string cell, string hint) =>
        Assert.Contains(hint, CompilationReport.Of(ErrorsOf(cell)).Traceback[^1], StringComparison.Ordinal);

    [Theory]
    [InlineData("MyKernel.Root")]
    [InlineData("Kernel k = new(1)")]
    [InlineData("unknown")]
    public void Other_errors_end_with_the_line_that_is_marked(string cell)
    {
        var lines = CompilationReport.Of(ErrorsOf(cell + "\nenum Kernel { A }")).Traceback;
        Assert.DoesNotContain("write", lines[^1], StringComparison.Ordinal);
    }

    private static List<Diagnostic> ErrorsOf(string cell)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "cell", CSharpSyntaxTree.ParseText(cell, SubmissionCompiler.ParseOptions),
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        return [.. compilation.GetDiagnostics().Where(finding => finding.Severity == DiagnosticSeverity.Error)];
    }
}
