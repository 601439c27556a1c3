using System.Collections.Immutable;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using Spectre.Console;

namespace LstmCourse.Cli.Running;

/// <summary>Moves one progress bar per notebook, a step per cell.</summary>
internal sealed class LiveObserver(ImmutableArray<NotebookFile> files, ProgressContext context) : IRunObserver
{
    private readonly ImmutableDictionary<NotebookFile, ProgressTask> _tasks = files.ToImmutableDictionary(
        file => file,
        file => context.AddTask(
            Markup.Escape(file.DisplayName),
            autoStart: false,
            maxValue: Math.Max(1, file.Notebook.CodeCells.Count(cell => cell.Number is not null))));

    public void Started(NotebookFile file) => _tasks[file].StartTask();

    public void CellStarting(NotebookFile file, CodeCell cell) => _tasks[file].Value = cell.Number!.Value - 1;

    public void Finished(NotebookResult result)
    {
        var task = _tasks[result.File];
        if (result.Run.Passed) task.Value = task.MaxValue;
        var colour = result.Outcome == NotebookOutcome.Passed ? "green" : "red";
        task.Description = $"[{colour}]{Markup.Escape(result.File.DisplayName)}[/]";
        task.StopTask();
    }
}
