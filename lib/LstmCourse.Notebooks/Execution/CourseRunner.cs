using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Execution;

/// <summary>Executes many notebooks, each in a kernel of its own, and does with their outputs what the mode says.</summary>
public sealed class CourseRunner(INotebookKernelFactory kernels, RunOptions options, IRunObserver observer)
{
    private readonly NotebookRunner _runner = new(kernels, options.CellTimeout, options.KeepGoing);

    /// <summary>Executes the notebooks. A notebook that fails does not keep the others from running.</summary>
    /// <returns>The results in the order of the files.</returns>
    /// <exception cref="Documents.NotebookFormatException">
    /// A notebook is written in another language than the kernel's; none has run.
    /// </exception>
    /// <exception cref="IOException">A copy or a notebook cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ImmutableArray<NotebookResult>> RunAsync(ImmutableArray<NotebookFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files) NotebookLanguage.Require(file, kernels.Language);
        var results = new NotebookResult[files.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, files.Length, parallel, async (i, token) =>
        {
            observer.Started(files[i]);
            results[i] = await RunUntilPassedAsync(options.Parameters.PutInto(files[i]), token).ConfigureAwait(false);
            observer.Finished(results[i]);
        }).ConfigureAwait(false);
        return ImmutableArray.Create(results);
    }

    private async Task<NotebookResult> RunUntilPassedAsync(NotebookFile file, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await RunAsync(file, cancellationToken).ConfigureAwait(false) with { Attempts = attempt };
            if (result.Outcome == NotebookOutcome.Passed || attempt > options.Reruns) return result;
        }
    }

    private async Task<NotebookResult> RunAsync(NotebookFile file, CancellationToken cancellationToken)
    {
        var run = await _runner.RunAsync(file.Notebook, file.Folder, cell => observer.CellStarting(file, cell), cancellationToken)
            .ConfigureAwait(false);
        var copy = Path.Combine(options.CopyFolder, file.CopyName);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        run.ToExecutedNotebook().Write(copy);

        var differences = options.Mode == RunMode.Check ? run.Differences(options.OtherMathematics) : [];
        var updated = options.Mode == RunMode.Update && run.Passed && Update(file, run);
        return new NotebookResult(file, run, differences, updated);
    }

    private static bool Update(NotebookFile file, NotebookRun run)
    {
        var updated = run.ToUpdatedNotebook();
        if (updated.Text == file.Notebook.Text) return false;

        // The file may have been saved in an editor while the notebook ran; that work must not be lost.
        if (!File.ReadAllBytes(file.Path).AsSpan().SequenceEqual(file.Notebook.ToBytes()))
        {
            throw new IOException($"{file.DisplayName} was changed while it ran and is left as it is. Run it again.");
        }

        updated.Write(file.Path);
        return true;
    }
}
