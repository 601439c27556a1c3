using System.CommandLine;
using System.Diagnostics;
using LstmCourse.Cli.Running;
using LstmCourse.Cli.Testing;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course test</c></summary>
internal static class TestCommand
{
    private const int SomethingFailed = 1;

    public static Command Create()
    {
        var command = new Command("test", "Build everything and run all tests. The last line reads `N passed, N failed`.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var folders = CourseFolders.Find();
            await BuildAsync(folders, cancellationToken).ConfigureAwait(false);
            var (passed, failed, skipped) = (0, 0, 0);
            foreach (var assembly in TestAssembly.All(folders))
            {
                var results = await RunAsync(assembly, folders, cancellationToken).ConfigureAwait(false);
                (passed, failed, skipped) = (passed + results.Passed, failed + results.Failed, skipped + results.Skipped);
            }

            Console.Out.WriteLine(Summary(passed, failed, skipped));
            return failed == 0 ? 0 : SomethingFailed;
        });
        return command;
    }

    private static async Task BuildAsync(CourseFolders folders, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        string[] arguments =
        [
            "build",
            Path.Combine(folders.Root, "LstmCourse.sln"),
            "--configuration",
            "Release",
            "-nologo",
            "-verbosity:quiet",
            "-consoleLoggerParameters:NoSummary"
        ];
        var (exitCode, output) = await ChildProcess.RunAsync(
            ChildProcess.Dotnet, arguments, folders.Root, environment: null, cancellationToken).ConfigureAwait(false);
        if (exitCode != 0) throw new BuildFailedException("the solution does not build", BuildOutput.Errors(output));
        Console.Out.WriteLine($"built in {RunTable.Seconds(watch.Elapsed)}");
    }

    private static async Task<TestResults> RunAsync(TestAssembly assembly, CourseFolders folders, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        TestResults results;
        try
        {
            results = await assembly.RunAsync(folders, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            results = new TestResults(0, 1, 0, [new TestFailure(assembly.DisplayName, e.Message, "")], []);
        }

        Console.Out.WriteLine(
            $"{assembly.DisplayName}: {Summary(results.Passed, results.Failed, results.Skipped)}, {RunTable.Seconds(watch.Elapsed)}");
        foreach (var reason in results.Skips) Console.Out.WriteLine($"  skipped: {reason}");
        foreach (var failure in results.Failures) Console.Out.WriteLine(
            $"  failed: {failure.Name}\n{Indent(failure.Message)}\n{Indent(failure.StackTrace)}");
        return results;
    }

    private static string Summary(int passed, int failed, int skipped) =>
        $"{passed} passed, {failed} failed{(skipped > 0 ? $", {skipped} skipped" : "")}";

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => "    " + line.TrimEnd()));
}
