using System.Collections.Immutable;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Notebooks.Grading;

/// <summary>Reads from a notebook's run how its exercises stand.</summary>
public static class Grades
{
    /// <summary>One result for each check, in the order of the page.</summary>
    /// <param name="run">The run of the learner's copy; cells that failed did not stop it.</param>
    /// <param name="lesson">The lesson it was copied from, which says what there is to check; null if there is none.</param>
    public static ImmutableArray<ExerciseResult> Of(NotebookRun run, Notebook? lesson)
    {
        ArgumentNullException.ThrowIfNull(run);

        var runs = run.Cells.ToDictionary(cell => cell.Cell.Index);
        var mine = ExerciseCells.Of(run.Notebook).SelectMany(exercise => ResultsOf(exercise, runs, run.StartProblem)).ToList();
        if (lesson is null) return [.. mine];

        var missing = ExerciseCells.Of(lesson)
            .SelectMany(exercise => exercise.Checks.Select(check => (exercise.Number, Check: check)))
            .Where(asked => !mine.Any(result => result.Exercise == asked.Number && result.Check == asked.Check))
            .Select(asked =>
                new ExerciseResult(asked.Number, asked.Check, Passed: false, "the page no longer has this check; copy it from the lesson"));
        return [.. mine.Concat(missing).OrderBy(result => result.Exercise.PadLeft(4))];
    }

    private static List<ExerciseResult> ResultsOf(ExerciseCells exercise, Dictionary<int, CellRun> runs, string? startProblem)
    {
        var results = new List<ExerciseResult>();
        var lines = exercise.Cells.SelectMany(cell => Printed(runs[cell.Index])).ToList();
        foreach (var check in exercise.Checks)
        {
            var line = lines.Find(line => line.NoteAbout(check) is not null);
            if (line is not null) lines.Remove(line);
            results.Add(line is null
                ? new ExerciseResult(exercise.Number, check, Passed: false, WhyNothing(exercise, runs, startProblem))
                : new ExerciseResult(exercise.Number, check, line.Passed, line.Passed ? "" : line.NoteAbout(check)!));
        }

        // A check whose name is put together while the cell runs stands in no source.
        results.AddRange(lines.Select(line => new ExerciseResult(
            exercise.Number, line.Name, line.Passed, line.Passed ? "" : line.NoteAbout(line.Name)!)));
        return results;
    }

    private static IEnumerable<CheckLine> Printed(CellRun run) =>
        run.Outputs.OfType<StreamOutput>().Where(output => output.Name == "stdout").SelectMany(output => CheckLine.In(output.Text));

    private static string WhyNothing(ExerciseCells exercise, Dictionary<int, CellRun> runs, string? startProblem)
    {
        var problem = exercise.Cells.Select(cell => runs[cell.Index].Problem).FirstOrDefault(text => text is not null)
            ?? runs.Values.Where(run => run.Status is CellStatus.TimedOut or CellStatus.KernelDied)
                .Select(run => $"not reached: cell {run.Cell.Number} ended the run, {run.Problem}").FirstOrDefault()
            ?? startProblem
            ?? "the check printed nothing";
        return problem.Split('\n', 2)[0].TrimEnd();
    }
}
