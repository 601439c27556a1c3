using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Grading;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Grading;

public sealed class LearnerCopyTests
{
    [Fact]
    public void A_copy_has_no_outputs_and_leads_to_the_solutions()
    {
        var lesson = Of(
            Markdown("Compare with the [solutions](solutions/01-why.ipynb), go on to [02](02-next.ipynb)."),
            Code("x", outputs: [new StreamOutput("stdout", "the answer\n")]),
            Code("y", outputs: [new ErrorOutput("E", "another", [])]));

        var copy = LearnerCopy.Of(lesson, "../notebooks");

        Assert.All(copy.CodeCells, cell => Assert.Empty(cell.Outputs));
        Assert.All(copy.CodeCells, cell => Assert.Null(cell.ExecutionCount));
        Assert.DoesNotContain("answer", copy.Text, StringComparison.Ordinal);
        Assert.Equal("Compare with the [solutions](../notebooks/solutions/01-why.ipynb), go on to [02](02-next.ipynb).",
            copy.Cells[0].Source);
        Assert.Equal(lesson.CodeCells.Select(cell => cell.Source), copy.CodeCells.Select(cell => cell.Source));
    }
}
