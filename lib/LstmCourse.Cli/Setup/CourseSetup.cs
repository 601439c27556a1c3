namespace LstmCourse.Cli.Setup;

/// <summary>
/// Makes what the notebooks load: the course library with everything it needs in <c>artifacts/course</c>, and <c>artifacts/course.csx</c>.
/// An interruption at any moment leaves the former state working.
/// </summary>
internal sealed class CourseSetup(CourseFolders folders)
{
    private readonly SetupState _state = new(folders);
    private readonly FolderSwap _swap = new(folders.Library);

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsUpToDate(CourseProfile profile)
    {
        return _state.IsUpToDate(profile);
    }

    /// <summary>Publishes the library and writes the script.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="evenIfUpToDate">Whether to do so even if there is nothing to do, for example because another program just did it.</param>
    /// <param name="cancellationToken">Gives up and leaves the former state.</param>
    /// <exception cref="BuildFailedException">The library does not build.</exception>
    /// <exception cref="IOException">The folder cannot be replaced.</exception>
    public async Task RunAsync(CourseProfile profile, bool evenIfUpToDate, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Artifacts);
        using var alone = await SetupLock.TakeAsync(Path.Combine(folders.Artifacts, "setup.lock"), cancellationToken).ConfigureAwait(false);
        _swap.Recover();
        if (!evenIfUpToDate && IsUpToDate(profile)) return;
        try
        {
            var started = DateTime.UtcNow;
            await PublishAsync(profile, cancellationToken).ConfigureAwait(false);
            RequireLibraries(profile);
            SetupState.Mark(_swap.NewFolder, profile, started);
            _swap.Commit();
            CourseScript.Write(folders, profile);
        }
        finally
        {
            if (Directory.Exists(_swap.NewFolder)) Directory.Delete(_swap.NewFolder, recursive: true);
        }
    }

    private async Task PublishAsync(CourseProfile profile, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "publish", Path.Combine(folders.Root, "lib", "LstmCourse", "LstmCourse.csproj"), "--configuration", "Release",
            "--output", _swap.NewFolder, $"-p:CourseProfile={profile.Name}", "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary",
        ];
        var (exitCode, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, arguments, folders.Root, environment: null, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0) throw new BuildFailedException("the course library does not build", BuildOutput.Errors(output));
    }

    private void RequireLibraries(CourseProfile profile)
    {
        var missing = profile.Libraries.FirstOrDefault(library => !File.Exists(Path.Combine(_swap.NewFolder, library + ".dll")));
        if (missing is not null) throw new CommandException($"expected {missing}.dll among the published files of the {profile.Name} profile; it is missing", exitCode: 1);
    }
}
