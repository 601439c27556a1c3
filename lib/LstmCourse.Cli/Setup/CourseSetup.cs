namespace LstmCourse.Cli.Setup;

/// <summary>
/// Makes what the notebooks load: the course library with everything it needs in one folder, and <c>artifacts/course.csx</c>, which
/// leads to it and is written last.
/// </summary>
internal sealed class CourseSetup(CourseFolders folders)
{
    /// <summary>Whether there is nothing to do.</summary>
    public bool IsUpToDate() =>
        new SetupState(folders).IsUpToDate(Publication.Library(folders))
        && File.Exists(folders.Script)
        && File.ReadAllText(folders.Script) == CourseScript.Text(folders.Library);

    /// <summary>Publishes the library, tries whether it loads, and writes the script.</summary>
    /// <param name="evenIfUpToDate">Whether to do so even if there is nothing to do.</param>
    /// <param name="progress">Is told how it goes on.</param>
    /// <param name="cancellationToken">Gives up and leaves the former state.</param>
    /// <exception cref="BuildFailedException">The library does not build.</exception>
    /// <exception cref="CommandException">It cannot work on this machine, or as it was fetched; the message says what to do.</exception>
    public async Task RunAsync(bool evenIfUpToDate, ISetupProgress progress, CancellationToken cancellationToken)
    {
        // Before a single package is fetched.
        if (Libtorch.Problem() is { } problem) throw new CommandException(problem, SetupProblem.ExitCode);
        var publisher = new Publisher(folders, progress);
        await publisher.PublishAsync(Publication.Library(folders), evenIfUpToDate, TryOutAsync, cancellationToken).ConfigureAwait(false);
        CourseScript.Write(folders.Script, folders.Library);

        async Task TryOutAsync(string library, CancellationToken cancellation)
        {
            progress.Begin("Trying whether libtorch loads");
            var script = library + ".csx";
            CourseScript.Write(script, library);
            await LibraryTrial.RunAsync(script, cancellation).ConfigureAwait(false);
        }
    }
}
