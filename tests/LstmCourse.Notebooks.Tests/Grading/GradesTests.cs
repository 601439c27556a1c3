using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Grading;
using LstmCourse.Notebooks.Tests.Execution;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Grading;

public sealed class GradesTests
{
    // The fake kernel takes a cell line by line; what would be C# stands behind "out", where the names of the checks are found as well.
    private static readonly JsonObject[] Page =
    [
        Markdown("# A page\n\n**not an exercise**"),
        Code("out ok  not an exercise either"),
        Markdown("## Exercises\n\n**1.** How many?"),
        Code("out Check.Close(\"count\", 3)\nout not yet  count: got 4 — one less"),
        Markdown("**2.** Write it."),
        Code("out the learner's code"),
        Code("out Check.Close(\"first\", 1) Check.Equal( \"second: the shape\", 2)\nout ok  first = 1\n"
            + "out not yet  second: the shape: still to be filled in"),
        Code("out Check.That(\"third\", true)\nout ok  third"),
    ];

    [Fact]
    public async Task Each_check_is_ok_or_not_yet_with_what_came_and_the_hint()
    {
        var results = await GradeAsync(Of(Clone(Page)));
        Assert.Equal(
            [
                new ExerciseResult("1", "count", false, "got 4 — one less"), new ExerciseResult("2", "first", true, ""),
                new ExerciseResult("2", "second: the shape", false, "still to be filled in"), new ExerciseResult("2", "third", true, ""),
            ],
            results);
    }

    [Fact]
    public async Task A_cell_that_throws_is_not_yet_with_the_first_line_and_does_not_stop_the_others()
    {
        var page = Of(
            Clone([Markdown("**1.** a"), Code("throw it broke"), Code("throw Check.Close(\"count\", x)"), Markdown("**2.** b"), Page[3]]));
        var results = await GradeAsync(page);
        Assert.Equal(
            [new ExerciseResult("1", "count", false, "SomeException: it broke"),
            new ExerciseResult("2", "count", false, "got 4 — one less")],
            results);
    }

    [Fact]
    public async Task After_a_cell_that_ended_the_kernel_the_checks_below_say_which_cell_it_was()
    {
        var results = await GradeAsync(Of(Clone([Code("out fine"), Code("die"), Markdown("**1.** a"), Page[3]])));
        Assert.Equal("not reached: cell 2 ended the run, the process ended with exit code 139", Assert.Single(results).Note);
    }

    [Fact]
    public async Task A_check_that_was_deleted_is_not_yet()
    {
        var results = await GradeAsync(Of(Clone(Page[..7])), Of(Clone(Page)));
        Assert.Equal(("2", "third", false), (results[^1].Exercise, results[^1].Check, results[^1].Passed));
        Assert.Contains("copy it from the lesson", results[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_whose_name_is_made_while_it_runs_is_counted_too()
    {
        var results = await GradeAsync(
            Of(Markdown("**1.** a"), Code("out Check.Close(\"seed 1\", 0)\nout ok  seed 1 = 3\nout not yet  seed 2: got 5")));
        Assert.Equal([new ExerciseResult("1", "seed 1", true, ""), new ExerciseResult("1", "seed 2", false, "got 5")], results);
    }

    private static JsonObject[] Clone(JsonObject[] cells) => [.. cells.Select(cell => (JsonObject)cell.DeepClone())];

    private static async Task<ExerciseResult[]> GradeAsync(Notebook page, Notebook? lesson = null)
    {
        var run = await new NotebookRunner(new FakeKernel(), TimeSpan.FromMinutes(1), keepGoing: true).RunAsync(page, ".");
        return [.. Grades.Of(run, lesson)];
    }
}
