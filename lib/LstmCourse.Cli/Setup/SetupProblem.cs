using System.Text.RegularExpressions;

namespace LstmCourse.Cli.Setup;

/// <summary>Says in one line what stopped the SDK where that was not the code: what is the matter, and the way out.</summary>
internal static partial class SetupProblem
{
    /// <summary>The exit code of the command for these.</summary>
    public const int ExitCode = 1;

    private const int DiskFullOnUnix = 28, DiskFullOnWindows = unchecked((int)0x80070070);

    private const string Again = "then run the command again";

    /// <summary>The problem that an output of the SDK tells of; null if it tells of none that is known.</summary>
    /// <param name="output">What the SDK printed.</param>
    public static string? Describe(string output)
    {
        var lines = output.Split('\n').Select(line => line.Trim()).Distinct().ToList();
        if (First(lines, NoRoom()) is { } full) return FullDisk(full.Groups["path"] is { Success: true } path ? path.Value : null);
        if (First(lines, Unreachable()) is { } silent)
        {
            return $"the package source {silent.Groups["source"].Value.TrimEnd('.')} cannot be reached: get online or mend the source "
                + $"(dotnet nuget list source), {Again}";
        }

        if (First(lines, MissingVersion()) is { } old)
        {
            return $"no package source has {old.Groups["name"].Value} {old.Groups["version"].Value}, only other versions of it: "
                + $"add a source that has it, such as nuget.org (dotnet nuget add source), {Again}";
        }

        if (First(lines, Missing()) is { } missing)
        {
            var (name, sources) = (missing.Groups["name"].Value, missing.Groups["sources"].Value);
            var one = sources.Contains("nuget.org", StringComparison.Ordinal) ? "one that has it" : "one that has it, such as nuget.org";
            var without = name.Contains("-cuda-", StringComparison.Ordinal) ? $", or take {Libtorch.Variable}=cpu" : "";
            return $"no package source has {name} (asked: {sources}): add {one} (dotnet nuget add source){without}, {Again}";
        }

        return First(lines, Unreadable()) is { } unreadable ? Damaged(unreadable.Groups["folder"].Value) : null;
    }

    /// <summary>What to say of a damaged package.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="then">What to do when that is done.</param>
    public static string Damaged(string folder, string then = Again) => $"the package in {folder} is damaged: delete this folder, {then}";

    /// <summary>Whether an exception says that there is no room left.</summary>
    public static bool IsFullDisk(IOException e) => e.HResult is DiskFullOnUnix or DiskFullOnWindows;

    /// <summary>What to say when there is no room left.</summary>
    /// <param name="path">Where something could not be written, if that is known.</param>
    public static string FullDisk(string? path)
    {
        var disk = path is null ? "the disk" : $"the disk of {path}";
        return $"there is no room left on {disk}: the course needs 2 GB for packages and its own files; make room, {Again}";
    }

    private static Match? First(List<string> lines, Regex pattern) =>
        lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success);

    [GeneratedRegex(@"(No space left on device|not enough space on the disk|Disk quota exceeded)( : '(?<path>[^']+)')?")]
    private static partial Regex NoRoom();

    [GeneratedRegex(@"error NU1301: .*?(?<source>https?://\S+|'[^']+')")]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"error NU110[23]: Unable to find (a stable )?package (?<name>\S+) with version \(?[=<>]* ?(?<version>[^),\]\s]+)")]
    private static partial Regex MissingVersion();

    [GeneratedRegex(
        @"error NU1101: Unable to find package (?<name>\S+)\. No packages exist with this id in source\(s\): "
            + @"(?<sources>.*?)( \[[^\]]*\])?$")]
    private static partial Regex Missing();

    [GeneratedRegex(@"error : Error parsing nupkg metadata file (?<folder>.+?)[/\\]\.nupkg\.metadata")]
    private static partial Regex Unreadable();
}
