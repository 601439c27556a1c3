using System.Text.RegularExpressions;

namespace LstmCourse.Notebooks.Kernel.Packages;

/// <summary>What stands in <c>#r "nuget: Id, Version"</c>.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">A version, a range, or a pattern like <c>1.*</c>; <c>*</c>, the newest, if the cell names none.</param>
internal sealed partial record PackageReference(string Id, string Version)
{
    private const string Prefix = "nuget:";

    /// <summary>Whether the version means another package when a newer one is published.</summary>
    public bool IsFloating => Version.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether the text of a <c>#r</c> names a package.</summary>
    public static bool IsOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads the text of a <c>#r</c>.</summary>
    /// <exception cref="PackageException">It does not name a package as it should.</exception>
    public static PackageReference Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match) throw new PackageException(
            $"expected #r \"nuget: Id, Version\", got #r \"{text}\"");
        var version = match.Groups["version"].Value;
        return new PackageReference(match.Groups["id"].Value, version.Length == 0 ? "*" : version);
    }

    [GeneratedRegex(@"^nuget:\s*(?<id>[A-Za-z0-9_.-]+)\s*(,\s*(?<version>[A-Za-z0-9.+*\[\](),-]+)\s*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
