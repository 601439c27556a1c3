using System.Text.RegularExpressions;

namespace LstmCourse.Cli.Setup;

/// <summary>Reads what <c>dotnet restore</c> prints when it fails.</summary>
internal static partial class RestoreProblem
{
    /// <summary>What is missing, in one line: the first package of the list that cannot be had, or whatever else went wrong.</summary>
    /// <param name="output">The output of the restore.</param>
    /// <param name="packages">The packages that were asked for.</param>
    public static string Describe(string output, IReadOnlyList<PinnedPackage> packages)
    {
        var lines = output.Split('\n').Select(line => line.Trim()).Distinct().ToList();
        var missing = lines.Select(line => Missing().Match(line)).Where(match => match.Success)
            .OrderBy(match => Place(packages, match.Groups["name"].Value))
            .FirstOrDefault();
        var silent = lines.Select(line => Silent().Match(line)).FirstOrDefault(match => match.Success);
        if (silent is not null) return $"{packages[0]} cannot be restored: the package source {silent.Groups["source"].Value.TrimEnd('.')} cannot be reached";
        if (missing is null) return lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(WithoutPlace).FirstOrDefault() ?? "the packages cannot be restored";

        var name = missing.Groups["name"].Value;
        var package = packages.FirstOrDefault(package => package.Name == name)?.ToString() ?? name;
        var sources = missing.Groups["sources"].Value;
        return sources.Length > 0 ? $"{package} is in no package source ({sources})" : $"{package} is in no package source; they hold other versions only";
    }

    private static int Place(IReadOnlyList<PinnedPackage> packages, string name)
    {
        var place = packages.ToList().FindIndex(package => package.Name == name);
        return place < 0 ? int.MaxValue : place;
    }

    private static string WithoutPlace(string line) => Ending().Replace(line[(line.IndexOf(": error ", StringComparison.Ordinal) + ": error ".Length)..], "");

    [GeneratedRegex(@"error NU110[12]: Unable to find package (?<name>[^\s]+?)(\. No packages exist with this id in source\(s\): (?<sources>.*?)| with version .*?)( \[[^\]]*\])?$")]
    private static partial Regex Missing();

    [GeneratedRegex(@"error NU1301: .*?(?<source>https?://\S+|'[^']+')")]
    private static partial Regex Silent();

    [GeneratedRegex(@" \[[^\]]*\]$")]
    private static partial Regex Ending();
}
