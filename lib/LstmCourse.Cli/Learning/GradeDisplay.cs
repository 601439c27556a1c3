using System.Collections.Immutable;
using LstmCourse.Cli.Running;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using Spectre.Console;

namespace LstmCourse.Cli.Learning;

/// <summary>Shows that grading goes on: a bar that moves on a terminal, elsewhere a line when a notebook begins.</summary>
internal static class GradeDisplay
{
    public static async Task<ImmutableArray<NotebookResult>> RunAsync(
        ImmutableArray<NotebookFile> files, Func<IRunObserver, Task<ImmutableArray<NotebookResult>>> run)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return await run(new LineObserver())
            .ConfigureAwait(false);

        ImmutableArray<NotebookResult> results = [];
        await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new CellCountColumn(),
                new ElapsedTimeColumn())
            .StartAsync(async context => results = await run(new LiveObserver(files, context)).ConfigureAwait(false))
            .ConfigureAwait(false);
        return results;
    }

    private sealed class LineObserver : IRunObserver
    {
        public void Started(NotebookFile file) => Console.Out.WriteLine($"running {file.DisplayName} …");

        public void CellStarting(NotebookFile file, CodeCell cell)
        {
        }

        public void Finished(NotebookResult result)
        {
        }
    }
}
