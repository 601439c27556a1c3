using System.Collections.Immutable;
using LstmCourse.Notebooks.Grading;
using Spectre.Console;
using PlainText = Spectre.Console.Text;

namespace LstmCourse.Cli.Learning;

/// <summary>The table of <c>course grade</c>: exercise, how it stands, what came and the hint.</summary>
internal static class GradeTable
{
    // Wide enough for a file or a pipe to hold most checks on one line.
    private const int RedirectedWidth = 200;

    public static void Write(ImmutableArray<(string Notebook, ImmutableArray<ExerciseResult> Exercises)> grades)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
            console.Profile.Width = RedirectedWidth;
        }

        var results = grades.SelectMany(grade => grade.Exercises).ToList();
        console.Write(Create(grades));
        console.WriteLine($"{results.Count(result => result.Passed)} of {results.Count} checks ok");
    }

    public static Table Create(ImmutableArray<(string Notebook, ImmutableArray<ExerciseResult> Exercises)> grades)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var column in new[] { "exercise", "check", "", "what came, and a hint" }) table.AddColumn(column);
        foreach (var (notebook, exercises) in grades)
        {
            foreach (var exercise in exercises)
            {
                table.AddRow(
                    new PlainText($"{notebook} · {exercise.Exercise}"),
                    new PlainText(exercise.Check),
                    new PlainText(exercise.Passed ? "ok" : "not yet", new Style(exercise.Passed ? Color.Green : Color.Yellow)),
                    new PlainText(exercise.Note));
            }
        }

        return table;
    }
}
