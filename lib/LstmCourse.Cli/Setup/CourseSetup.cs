namespace LstmCourse.Cli.Setup;

/// <summary>
/// Makes what the notebooks load: the course library with everything it needs in a folder of its profile, and <c>artifacts/course.csx</c>.
/// An interruption at any moment leaves the former state working: the new folder is made beside the old one, and the script, which
/// decides what notebooks load, is replaced in one step after it.
/// </summary>
internal sealed class CourseSetup(CourseFolders folders)
{
    private readonly SetupState _state = new(folders);

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsUpToDate(CourseProfile profile) => _state.IsUpToDate(profile);

    /// <summary>Publishes the library and writes the script.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="evenIfUpToDate">Whether to do so even if there is nothing to do, for example because another program just did it.</param>
    /// <param name="cancellationToken">Gives up and leaves the former state.</param>
    /// <exception cref="BuildFailedException">The library does not build.</exception>
    /// <exception cref="IOException">The folder cannot be replaced.</exception>
    public Task RunAsync(CourseProfile profile, bool evenIfUpToDate, CancellationToken cancellationToken) =>
        RunAsync(profile, evenIfUpToDate, static (_, _) => Task.CompletedTask, cancellationToken);

    /// <summary>Publishes the library, has it tried, and writes the script.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="evenIfUpToDate">Whether to do so even if there is nothing to do.</param>
    /// <param name="tryOut">Is given a folder in which a script leads to the new library, and throws if that is no good.</param>
    /// <param name="cancellationToken">Gives up and leaves the former state.</param>
    public async Task RunAsync(CourseProfile profile, bool evenIfUpToDate, Func<CourseFolders, CancellationToken, Task> tryOut, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Artifacts);
        using var alone = await SetupLock.TakeAsync(folders.SetupLock, cancellationToken).ConfigureAwait(false);
        var target = folders.Library(profile);
        var swap = new FolderSwap(target);
        swap.Recover();
        if (!evenIfUpToDate && IsUpToDate(profile)) return;

        // A small repository of its own, in which notebooks find the new library as they will find it in the real one.
        var trial = new CourseFolders(swap.NewFolder);
        var candidate = trial.Library(profile);
        try
        {
            var started = DateTime.UtcNow;
            await PublishAsync(profile, candidate, cancellationToken).ConfigureAwait(false);
            RequireLibraries(profile, candidate);
            SetupState.Mark(candidate, profile, started);
            CourseScript.Write(trial.Script, profile, candidate);
            await tryOut(trial, cancellationToken).ConfigureAwait(false);
            swap.Commit(candidate);
            CourseScript.Write(folders.Script, profile, target);
        }
        finally
        {
            if (Directory.Exists(swap.NewFolder)) Directory.Delete(swap.NewFolder, recursive: true);
        }
    }

    private async Task PublishAsync(CourseProfile profile, string output, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "publish", Path.Combine(folders.Root, "lib", "LstmCourse", "LstmCourse.csproj"), "--configuration", "Release",
            "--output", output, .. profile.BuildProperties, "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary",
        ];
        var (exitCode, log) = await ChildProcess.RunAsync(ChildProcess.Dotnet, arguments, folders.Root, environment: null, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0) throw new BuildFailedException("the course library does not build", BuildOutput.Errors(log));
    }

    private static void RequireLibraries(CourseProfile profile, string folder)
    {
        var missing = profile.Libraries.FirstOrDefault(library => !File.Exists(Path.Combine(folder, library + ".dll")));
        if (missing is not null) throw new CommandException($"expected {missing}.dll among the published files of the {profile.Name} profile; it is missing", exitCode: 1);
    }
}
