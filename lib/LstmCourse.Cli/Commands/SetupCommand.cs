using System.CommandLine;
using LstmCourse.Cli.Running;
using LstmCourse.Cli.Setup;
using Spectre.Console;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course setup</c></summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var command = new Command(
            "setup", "Fetch the packages and publish the library that notebooks load. `course run` does this by itself when it has to.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var folders = CourseFolders.Find();
            await WithProgressAsync(
                Console.Out, progress => new CourseSetup(folders).RunAsync(evenIfUpToDate: true, progress, cancellationToken))
                .ConfigureAwait(false);
            Console.Out.WriteLine($"The notebooks load {Path.GetRelativePath(Environment.CurrentDirectory, folders.Script)}");
            return 0;
        });
        return command;
    }

    /// <summary>Sets up what a run needs, unless that is up to date.</summary>
    /// <param name="folders">The clone.</param>
    /// <param name="kernel">The kernel of the run; the second engine is published when a run asks for it.</param>
    /// <param name="log">Where progress goes.</param>
    /// <param name="cancellationToken">Gives up and leaves the former state.</param>
    public static async Task EnsureAsync(CourseFolders folders, string kernel, TextWriter log, CancellationToken cancellationToken)
    {
        var setup = new CourseSetup(folders);
        if (!setup.IsUpToDate())
        {
            await WithProgressAsync(log, progress => setup.RunAsync(evenIfUpToDate: false, progress, cancellationToken))
                .ConfigureAwait(false);
        }

        var engine = Publication.Engine(folders);
        if (kernel != Kernels.EngineName || new SetupState(folders).IsUpToDate(engine)) return;
        await WithProgressAsync(log, progress => new Publisher(folders, progress)
            .PublishAsync(engine, evenIfUpToDate: false, static (_, _) => Task.CompletedTask, cancellationToken)).ConfigureAwait(false);
    }

    private static Task WithProgressAsync(TextWriter log, Func<ISetupProgress, Task> work)
    {
        var isTerminal = log == Console.Out && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;
        return isTerminal
            ? AnsiConsole.Status().StartAsync("Setting up …", status => LiveProgress.ShowAsync(status, work))
            : work(new PlainProgress(log));
    }
}
