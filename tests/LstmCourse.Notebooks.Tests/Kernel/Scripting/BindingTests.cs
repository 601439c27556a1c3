using LstmCourse.Notebooks.Tests.Jupyter;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

/// <summary>No assembly is bound twice, whatever the warm-up does beside a session's first cells.</summary>
[Trait("Culture", "Any")]
public sealed class BindingTests
{
    // COURSE_FRESH_KERNELS asks for more of them.
    private static readonly int Kernels = int.TryParse(Environment.GetEnvironmentVariable("COURSE_FRESH_KERNELS"), out var count) ? count
        : 3;

    [Fact]
    public async Task Fresh_kernels_display()
    {
        for (var i = 0; i < Kernels; i++)
        {
            var run = await KernelProgram.RunAsync(Of("\"using\"", "Console.WriteLine(\"a\");", "Console.WriteLine(\"b\");",
                "DisplayedValue shown = display(\"late\");", "shown.Update(\"later\"); 5.Display();"));
            Assert.True(run.Passed, $"kernel {i + 1}: {run.StartProblem ?? run.Failure?.Problem}");
            Assert.Equal("display:later", Text(run.Cells[3].Outputs));
        }
    }

    [Fact]
    public async Task A_library_that_the_kernel_uses_too_makes_nothing_ambiguous()
    {
        var library = typeof(Microsoft.CodeAnalysis.SyntaxNode).Assembly.Location;
        var run = await KernelProgram.RunAsync(Of("display(1);", $"#r \"{library}\"\ntypeof(Microsoft.CodeAnalysis.SyntaxNode).Name",
            "display(2);", "using static LstmCourse.Notebooks.Kernel.Display.NotebookHelpers;\ndisplay(3);"));
        Assert.True(run.Passed, run.StartProblem ?? run.Failure?.Problem);
    }
}
