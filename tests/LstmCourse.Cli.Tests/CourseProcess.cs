using System.Diagnostics;

namespace LstmCourse.Cli.Tests;

/// <summary>Runs a program as a user would, and waits for its end.</summary>
internal static class CourseProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    /// <summary>Runs the built command.</summary>
    public static Task<ProcessResult> RunAsync(params string[] arguments) => RunInAsync(Directory.GetCurrentDirectory(), arguments);

    /// <summary>Runs the built command in a folder.</summary>
    public static Task<ProcessResult> RunInAsync(string folder, params string[] arguments) =>
        StartAsync(
            new ProcessStartInfo(
                "dotnet", [Path.Combine(AppContext.BaseDirectory, "course.dll"), .. arguments])
            { WorkingDirectory = folder });

    public static async Task<ProcessResult> StartAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new ProcessResult(process.ExitCode, await output.WaitAsync(patience.Token), await error.WaitAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>What a program left.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Error);
