using LstmCourse.Cli.Learning;
using LstmCourse.Notebooks.Grading;
using Spectre.Console;

namespace LstmCourse.Cli.Tests.Learning;

public sealed class GradeTableTests
{
    [Fact]
    public void The_table_shows_exercise_check_verdict_and_hint()
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 120;
        console.Write(GradeTable.Create(
        [
            ("01", [new ExerciseResult("1", "U", true, "")]),
            ("02", [new ExerciseResult("3", "MyClip([3, 4])", false, "got [1, 1] — one factor")]),
        ]));

        string[] rows =
        [
            .. output.ToString().Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        ];
        Assert.Contains("exercise check what came, and a hint", rows);
        Assert.Contains("01 · 1 U ok", rows);
        Assert.Contains("02 · 3 MyClip([3, 4]) not yet got [1, 1] — one factor", rows);
    }
}
