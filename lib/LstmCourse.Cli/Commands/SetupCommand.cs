using System.CommandLine;
using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course setup</c></summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var command = new Command("setup", "Publish the course library for the notebooks. `course run` does this by itself when sources changed.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var folders = CourseFolders.Find();
            await RunAsync(folders, CourseProfile.Portable, evenIfUpToDate: true, Console.Out, cancellationToken).ConfigureAwait(false);
            return 0;
        });
        return command;
    }

    /// <summary>Does the set-up unless it is up to date.</summary>
    public static async Task EnsureAsync(CourseFolders folders, TextWriter log, CancellationToken cancellationToken)
    {
        var profile = CourseProfile.Portable;
        if (!new CourseSetup(folders).IsUpToDate(profile)) await RunAsync(folders, profile, evenIfUpToDate: false, log, cancellationToken).ConfigureAwait(false);
    }

    private static async Task RunAsync(CourseFolders folders, CourseProfile profile, bool evenIfUpToDate, TextWriter log, CancellationToken cancellationToken)
    {
        await log.WriteLineAsync($"Setting up the {profile.Name} profile …").ConfigureAwait(false);
        await new CourseSetup(folders).RunAsync(profile, evenIfUpToDate, cancellationToken).ConfigureAwait(false);
        await log.WriteLineAsync($"The notebooks load {Path.GetRelativePath(Environment.CurrentDirectory, folders.Script)}.").ConfigureAwait(false);
    }
}
