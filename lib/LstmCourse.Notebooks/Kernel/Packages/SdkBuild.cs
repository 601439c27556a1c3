using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LstmCourse.Notebooks.Kernel.Packages;

/// <summary>Builds a project with the installed SDK.</summary>
internal static partial class SdkBuild
{
    private const int MostCharacters = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Builds the project of a folder; the answer is null, or in one line why that failed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the build is ended.</exception>
    public static string? Run(string folder, string output, CancellationToken cancellationToken)
    {
        var dotnet = DotnetCommand.Path;
        // No servers stay behind: one would be the kernel's child for ever, and hold its output open.
        string[] arguments = ["build", "--output", output, "--disable-build-servers", "-nologo", "-tl:off", "-verbosity:quiet",
            "-consoleLoggerParameters:NoSummary"];
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return Wait(process, time.Token);
        }
        catch (Win32Exception)
        {
            return $"it is restored by the .NET SDK, and there is none at {dotnet}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"the SDK did not restore it within {Patience.TotalMinutes:0} minutes";
        }
    }

    private static string? Wait(Process process, CancellationToken cancellationToken)
    {
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken),
                process.StandardError.ReadToEndAsync(cancellationToken));
            process.WaitForExitAsync(cancellationToken).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? null : Reason($"{output.GetAwaiter().GetResult()}\n{error.GetAwaiter().GetResult()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Reason(string output)
    {
        if (Error().Match(output) is { Success: true } error) return error.Groups["message"].Value.Trim();
        var text = string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters), "…");
    }

    [GeneratedRegex(@"error (?<message>[A-Z]+\d+: .*?)(\[[^\]]*proj\])?\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Error();
}
