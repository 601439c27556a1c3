using System.Collections.Immutable;
using System.CommandLine;
using LstmCourse.Cli.Learning;
using LstmCourse.Cli.Running;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Grading;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course grade</c></summary>
internal static class GradeCommand
{
    private const int NotYet = 1;

    public static Command Create()
    {
        var numbers = new Argument<string[]>("NN")
        {
            Description = "Numbers of notebooks in learn/, such as 03. Without any: all that are there.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var timeout = OptionTypes.Seconds("--timeout", "The longest a single cell may run.", 300);
        var command = new Command(
            "grade",
            "Run your copies in learn/ and show how the exercises stand. Exit code 0: all ok, 1: not yet, 2: bad arguments or files.")
        {
            numbers, timeout,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folders = CourseFolders.Find();
            var files = Read(folders, Lessons.Find(folders.Learn, arguments.GetValue(numbers)!));
            var options = new RunOptions
            {
                CellTimeout = TimeSpan.FromSeconds(arguments.GetValue(timeout)),
                KeepGoing = true,
                CopyFolder = Path.Combine(folders.Artifacts, "graded"),
            };
            await SetupCommand.EnsureAsync(folders, Kernels.CourseName, Console.Out, cancellationToken).ConfigureAwait(false);
            var results = await GradeDisplay.RunAsync(
                files, observer =>
                    new CourseRunner(Kernels.Course(), options, observer).RunAsync(files, cancellationToken)).ConfigureAwait(false);

            var grades = results.Select(
                result => (Lessons.NumberOf(result.File.Path), Grades.Of(result.Run, LessonOf(result.File, folders)))).ToImmutableArray();
            GradeTable.Write(grades);
            return grades.All(grade => grade.Item2.All(exercise => exercise.Passed)) ? 0 : NotYet;
        });
        return command;
    }

    /// <summary>Reads the learner's copies.</summary>
    /// <exception cref="CommandException">One of them is not a notebook any more.</exception>
    internal static ImmutableArray<NotebookFile> Read(CourseFolders folders, string[] copies) => [.. copies.SelectMany(copy =>
    {
        try
        {
            return NotebookFinder.Find([copy], folders.Root);
        }
        catch (NotebookFormatException e)
        {
            throw new CommandException(
                $"{e.Message} Or move it out of learn and begin anew: ./course learn {Lessons.NumberOf(copy)}");
        }
    })];

    private static Notebook? LessonOf(NotebookFile copy, CourseFolders folders)
    {
        var lesson = Path.Combine(folders.Notebooks, Path.GetFileName(copy.Path));
        return File.Exists(lesson) ? Notebook.Read(lesson) : null;
    }
}
