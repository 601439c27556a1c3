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
    public void A_slip_of_the_pen_is_told_before_what_follows_from_it(string cell, string first)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "cell", CSharpSyntaxTree.ParseText(cell, SubmissionCompiler.ParseOptions),
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var errors = compilation.GetDiagnostics().Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();

        Assert.True(errors.Count >= 2, string.Join('\n', errors));
        Assert.Equal(first, CompilationReport.Of(errors).Message);
    }
}
