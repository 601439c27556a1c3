using System.Collections.Immutable;
using LstmCourse.Notebooks.Execution;
using Spectre.Console;

namespace LstmCourse.Cli.Running;

/// <summary>Shows a run while it goes on: a live line per notebook in a terminal, plain lines elsewhere, nothing when only JSON is
/// wanted.</summary>
internal static class RunDisplay
{
    public static async Task<ImmutableArray<NotebookResult>> RunAsync(
        ImmutableArray<NotebookFile> files, bool silent, Func<IRunObserver, Task<ImmutableArray<NotebookResult>>> run)
    {
        if (silent) return await run(new SilentObserver()).ConfigureAwait(false);
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return await run(new PlainObserver(files))
            .ConfigureAwait(false);

        ImmutableArray<NotebookResult> results = [];
        await AnsiConsole.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new CellCountColumn(),
                new ElapsedTimeColumn())
            .StartAsync(async context => results = await run(new LiveObserver(files, context)).ConfigureAwait(false))
            .ConfigureAwait(false);
        foreach (var problem in results.SelectMany(result => result.Problems())) Console.Out.WriteLine(problem + "\n");
        return results;
    }
}
