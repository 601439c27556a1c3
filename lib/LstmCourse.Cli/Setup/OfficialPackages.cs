using System.Globalization;

namespace LstmCourse.Cli.Setup;

/// <summary>Gets the official packages, if that can be done in a reasonable time.</summary>
/// <param name="folders">The repository.</param>
/// <param name="limits">How long it may take.</param>
/// <param name="progress">Is told how it goes on.</param>
internal sealed class OfficialPackages(CourseFolders folders, RestoreLimits limits, ISetupProgress progress)
{
    // A source that cannot be reached is tried twice, not six times with growing pauses.
    private static readonly Dictionary<string, string> FewTries = new() { ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "2" };

    /// <summary>Asks the package sources whether they have the packages, then restores these with all that they need.</summary>
    /// <param name="profile">The official profile.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OfficialProfileException">A package cannot be had, or not in time.</exception>
    public async Task RestoreAsync(CourseProfile profile, CancellationToken cancellationToken)
    {
        var packages = PinnedPackages.Read(folders.Root, profile.Torch);
        progress.Begin("Looking for the official packages");
        await RestoreAsync(profile, packages, Path.Combine("lib", "official", "OfficialPackages.csproj"), FewTries, limits.Answer, "the package sources did not answer", cancellationToken)
            .ConfigureAwait(false);
        progress.Begin("Restoring the official packages; libtorch weighs some hundred megabytes");
        await RestoreAsync(profile, packages, Path.Combine("lib", "LstmCourse", "LstmCourse.csproj"), environment: null, limits.Download, "restoring was not done", cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task RestoreAsync(
        CourseProfile profile,
        IReadOnlyList<PinnedPackage> packages,
        string project,
        IReadOnlyDictionary<string, string>? environment,
        TimeSpan limit,
        string tooLate,
        CancellationToken cancellationToken)
    {
        // Normal verbosity names each package when it is installed.
        string[] arguments = ["restore", Path.Combine(folders.Root, project), .. profile.BuildProperties, "-nologo", "-verbosity:normal"];
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        var installed = 0;
        try
        {
            var (exitCode, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, arguments, folders.Root, environment, time.Token, OnLine).ConfigureAwait(false);
            if (exitCode != 0) throw new OfficialProfileException(RestoreProblem.Describe(output, packages));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            throw new OfficialProfileException($"{packages[0]} cannot be restored: {tooLate} within {seconds} s");
        }

        void OnLine(string line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["Installed", var name, var version, ..]) progress.Report($"{++installed} packages, the last {name} {version}");
        }
    }
}

/// <summary>How long getting packages may take.</summary>
/// <param name="Answer">How long the sources may take to say what they have.</param>
/// <param name="Download">How long everything may take to come.</param>
internal sealed record RestoreLimits(TimeSpan Answer, TimeSpan Download)
{
    public static RestoreLimits Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));
}
