using System.Diagnostics;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Explorer;

/// <summary>A program of the system that a test uses as an independent judge.</summary>
internal static class Tool
{
    public static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => names, Path.Combine)
            .SelectMany<string, string>(path => OperatingSystem.IsWindows() ? [path + ".exe"] : [path])
            .FirstOrDefault(File.Exists);

    public static string Run(string? program, params string[] arguments)
    {
        Assert.True(program is not null, "the program that judges is not installed, and CI is set, so that nothing is skipped");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within a minute.");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors.Result}");
        return output;
    }
}

/// <summary>A test that needs Node.js, and says so where it is not installed.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public static string? Node { get; } = Tool.Find("node", "nodejs");

    public NodeFactAttribute()
    {
        if (Node is null && Peers.MayBeMissing) Skip = "needs Node.js, which was not found in PATH";
    }
}

/// <summary>A test that needs Chromium or Chrome, and says so where it is not installed.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public static string? Browser { get; } = Tool.Find("chromium", "chromium-browser", "google-chrome", "chrome");

    public BrowserFactAttribute()
    {
        if (Browser is null && Peers.MayBeMissing) Skip = "needs Chromium or Chrome, which was not found in PATH";
    }
}
