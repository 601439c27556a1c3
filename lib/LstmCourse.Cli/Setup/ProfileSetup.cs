namespace LstmCourse.Cli.Setup;

/// <summary>Chooses a profile, sets it up, and keeps the choice. What fails leaves the former profile in use.</summary>
internal sealed class ProfileSetup(CourseFolders folders, RestoreLimits limits, ISetupProgress progress)
{
    private readonly CourseSetup _setup = new(folders);

    /// <summary>Sets up the portable profile.</summary>
    /// <param name="reason">Why it was chosen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task PortableAsync(string reason, CancellationToken cancellationToken)
    {
        await RefreshAsync(CourseProfile.Portable, evenIfUpToDate: true, cancellationToken).ConfigureAwait(false);
        new ProfileChoice(CourseProfile.Portable, reason).Write(folders);
    }

    /// <summary>Sets up the official profile: platform, packages, smoke run; only then it is switched to.</summary>
    /// <param name="torch"><c>cpu</c> or <c>cuda</c>.</param>
    /// <param name="reason">Why it was chosen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OfficialProfileException">It cannot be used here.</exception>
    public async Task OfficialAsync(string torch, string reason, CancellationToken cancellationToken)
    {
        var profile = CourseProfile.Official with { Torch = torch };
        if (OfficialPlatform.Problem(torch) is { } problem) throw new OfficialProfileException(problem);
        await new OfficialPackages(folders, limits, progress).RestoreAsync(profile, cancellationToken).ConfigureAwait(false);
        progress.Begin("Publishing the library for the official profile");
        try
        {
            await _setup.RunAsync(profile, evenIfUpToDate: true, new SmokeRun(folders, progress).RunAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (BuildFailedException e)
        {
            throw new OfficialProfileException($"{e.Message} with the official packages ({e.Errors.Split('\n')[0]})");
        }

        new ProfileChoice(profile, reason).Write(folders);
        await PublishEngineAsync(profile, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets up the official profile where it works, otherwise the portable one.</summary>
    /// <param name="torch"><c>cpu</c> or <c>cuda</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AutoAsync(string torch, CancellationToken cancellationToken)
    {
        try
        {
            await OfficialAsync(torch, "its packages could be restored and the smoke run passed", cancellationToken).ConfigureAwait(false);
        }
        catch (OfficialProfileException e)
        {
            progress.Say($"Staying with the portable profile: {e.Message}.");
            await PortableAsync(e.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Publishes the library of a profile that was chosen before.</summary>
    /// <exception cref="BuildFailedException">It does not build.</exception>
    public async Task RefreshAsync(CourseProfile profile, bool evenIfUpToDate, CancellationToken cancellationToken)
    {
        progress.Begin($"Setting up the {profile.Name} profile");
        try
        {
            await _setup.RunAsync(profile, evenIfUpToDate, cancellationToken).ConfigureAwait(false);
        }
        catch (BuildFailedException e) when (profile.Name == CourseProfile.OfficialName)
        {
            // Packages that were there yesterday may not be there today.
            throw new BuildFailedException($"{e.Message} in the official profile; ./course setup --profile portable goes back to the portable one", e.Errors);
        }
    }

    // The notebooks run without it, so its failure does not undo the switch.
    private async Task PublishEngineAsync(CourseProfile profile, CancellationToken cancellationToken)
    {
        progress.Begin("Publishing the second notebook engine");
        using var alone = await SetupLock.TakeAsync(folders.SetupLock, cancellationToken).ConfigureAwait(false);
        var swap = new FolderSwap(folders.Engine);
        swap.Recover();
        string[] arguments =
        [
            "publish", Path.Combine(folders.Root, "lib", "LstmCourse.DotNetInteractive", "LstmCourse.DotNetInteractive.csproj"), "--configuration", "Release",
            "--output", swap.NewFolder, .. profile.BuildProperties, "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary",
        ];
        var (exitCode, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, arguments, folders.Root, environment: null, cancellationToken).ConfigureAwait(false);
        if (exitCode == 0) swap.Commit();
        else progress.Say($"The engine dotnet-interactive is left out: {BuildOutput.Errors(output).Split('\n')[0]}");
    }
}
