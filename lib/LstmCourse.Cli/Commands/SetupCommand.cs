using System.CommandLine;
using LstmCourse.Cli.Setup;
using Spectre.Console;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course setup</c></summary>
internal static class SetupCommand
{
    /// <summary>The profile of a clone for which none was chosen: for images and build servers.</summary>
    public const string ProfileVariable = "COURSE_PROFILE";

    private const int CannotBeSetUp = 1;

    public static Command Create()
    {
        var profile = OptionTypes.OneOf(
            "--profile",
            "The libraries behind the notebooks. official: TorchSharp, Plotly.NET, Microsoft.Data.Analysis. portable: the course's own, for any machine. auto: official where it works.",
            "auto",
            "official",
            "portable");
        var torch = OptionTypes.OneOf("--torch", "In the official profile: libtorch for the processor or for a graphics card.", "cpu", "cuda");
        var timeout = OptionTypes.Seconds("--timeout", "The longest that the package sources may take to say whether they have the official packages.", RestoreLimits.Default.Answer.TotalSeconds);

        var command = new Command("setup", "Choose the libraries behind the notebooks and publish them. `course run` does this by itself when it has to.") { profile, torch, timeout };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var limits = RestoreLimits.Default with { Answer = TimeSpan.FromSeconds(arguments.GetValue(timeout)) };
            var folders = CourseFolders.Find();
            await WithProgressAsync(Console.Out, progress =>
                RunAsync(new ProfileSetup(folders, limits, progress), arguments.GetValue(profile)!, arguments.GetValue(torch)!, cancellationToken)).ConfigureAwait(false);
            Console.Out.WriteLine($"The notebooks load {Path.GetRelativePath(Environment.CurrentDirectory, folders.Script)}, with the {ProfileChoice.Read(folders)!.Profile.Name} profile.");
            return 0;
        });
        return command;
    }

    /// <summary>Does the set-up unless it is up to date; the first time, it chooses a profile.</summary>
    public static async Task EnsureAsync(CourseFolders folders, TextWriter log, CancellationToken cancellationToken)
    {
        var chosen = ProfileChoice.Read(folders)?.Profile;
        // What an image or a build server wants for the moment is no choice of the clone's owner and is not kept.
        if (chosen is null && Environment.GetEnvironmentVariable(ProfileVariable) == CourseProfile.Portable.Name) chosen = CourseProfile.Portable;
        if (chosen is not null && new CourseSetup(folders).IsUpToDate(chosen)) return;
        await WithProgressAsync(log, progress =>
        {
            var setup = new ProfileSetup(folders, RestoreLimits.Default, progress);
            return chosen is null ? setup.AutoAsync("cpu", cancellationToken) : setup.RefreshAsync(chosen, evenIfUpToDate: false, cancellationToken);
        }).ConfigureAwait(false);
    }

    private static async Task RunAsync(ProfileSetup setup, string profile, string torch, CancellationToken cancellationToken)
    {
        switch (profile)
        {
            case "portable":
                await setup.PortableAsync("chosen with --profile portable", cancellationToken).ConfigureAwait(false);
                break;
            case "official":
                try
                {
                    await setup.OfficialAsync(torch, "chosen with --profile official", cancellationToken).ConfigureAwait(false);
                }
                catch (OfficialProfileException e)
                {
                    throw new CommandException($"the official profile cannot be set up: {e.Message}. Stay portable, which needs none of it: ./course setup --profile portable", CannotBeSetUp);
                }

                break;
            default:
                await setup.AutoAsync(torch, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static Task WithProgressAsync(TextWriter log, Func<ISetupProgress, Task> work)
    {
        var isTerminal = log == Console.Out && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return isTerminal ? AnsiConsole.Status().StartAsync("Setting up …", status => work(new LiveProgress(status))) : work(new PlainProgress(log));
    }
}
