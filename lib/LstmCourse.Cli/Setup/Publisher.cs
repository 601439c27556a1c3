namespace LstmCourse.Cli.Setup;

/// <summary>
/// Restores and publishes a project. An interruption or a failure at any moment leaves the former state working: the new folder is made
/// beside the old one and takes its place at the end.
/// </summary>
internal sealed class Publisher(CourseFolders folders, ISetupProgress progress)
{
    /// <summary>Publishes, unless that was done since the sources were last touched.</summary>
    /// <param name="publication">What, and where to.</param>
    /// <param name="evenIfUpToDate">Whether to publish in any case.</param>
    /// <param name="tryOut">Is given the new files before they take their place, and throws if they are no good.</param>
    /// <param name="cancellationToken">Gives up and leaves the former state.</param>
    /// <exception cref="BuildFailedException">The project does not compile.</exception>
    /// <exception cref="CommandException">Something outside of the project is missing; the message says what to do.</exception>
    /// <exception cref="IOException">The folder cannot be replaced.</exception>
    public async Task PublishAsync(
        Publication publication, bool evenIfUpToDate, Func<string, CancellationToken, Task> tryOut, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Artifacts);
        using var alone = await SetupLock.TakeAsync(folders.SetupLock, cancellationToken).ConfigureAwait(false);
        var swap = new FolderSwap(publication.Target);
        swap.Recover();
        var state = new SetupState(folders);
        if (!evenIfUpToDate && state.IsUpToDate(publication)) return;

        // The folder has the name that it will have, since scripts refer to it.
        var candidate = Path.Combine(swap.NewFolder, Path.GetFileName(publication.Target));
        try
        {
            var started = DateTime.UtcNow;
            await RestoreAsync(publication, cancellationToken).ConfigureAwait(false);
            progress.Begin($"Publishing {publication.Name}");
            await DotnetAsync(publication, ["publish", "--no-restore", "--output", candidate], cancellationToken).ConfigureAwait(false);
            SetupState.Mark(candidate, started);
            await tryOut(candidate, cancellationToken).ConfigureAwait(false);
            swap.Commit(candidate);
        }
        catch (Exception e) when (e is BuildFailedException or TrialException
            && PackageCheck.FindDamaged(publication.Assets, cancellationToken) is { } folder)
        {
            throw new CommandException(SetupProblem.Damaged(folder), SetupProblem.ExitCode);
        }
        catch (IOException e) when (SetupProblem.IsFullDisk(e))
        {
            throw new CommandException(SetupProblem.FullDisk(candidate), SetupProblem.ExitCode);
        }
        finally
        {
            if (Directory.Exists(swap.NewFolder)) Directory.Delete(swap.NewFolder, recursive: true);
        }
    }

    private async Task RestoreAsync(Publication publication, CancellationToken cancellationToken)
    {
        progress.Begin(publication.DownloadSize is { } size
            ? $"Restoring the packages of {publication.Name} (the first time about {size} MB)"
            : $"Restoring the packages of {publication.Name} (the first time some hundred MB)");
        await using var watch = await DownloadWatch.StartAsync(progress, folders.Root, cancellationToken).ConfigureAwait(false);
        await DotnetAsync(publication, ["restore"], cancellationToken).ConfigureAwait(false);
    }

    private async Task DotnetAsync(Publication publication, string[] arguments, CancellationToken cancellationToken)
    {
        // A build for this one system lays libtorch's files flat beside the library, where its loader looks for them.
        string[] common =
        [
            publication.Project, "--runtime", Libtorch.System, "-p:Configuration=Release", "-p:SelfContained=false",
            "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary",
        ];
        string[] all = [arguments[0], .. common, .. arguments[1..]];
        var (exitCode, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, all, folders.Root, environment: null, cancellationToken)
            .ConfigureAwait(false);
        if (exitCode == 0) return;
        throw SetupProblem.Describe(output) is { } problem
            ? new CommandException(problem, SetupProblem.ExitCode)
            : new BuildFailedException($"{publication.Name} does not build", BuildOutput.Errors(output));
    }
}
