using System.Xml.Linq;

namespace LstmCourse.Cli.Setup;

/// <summary>A package of the official profile.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">The version the course is written for.</param>
internal sealed record PinnedPackage(string Name, string Version)
{
    public override string ToString() => $"{Name} {Version}";
}

/// <summary>Reads the official packages from the one file that names their versions.</summary>
internal static class PinnedPackages
{
    /// <summary>The packages of the official profile, those that matter most first.</summary>
    /// <param name="root">The folder with <c>Directory.Packages.props</c>.</param>
    /// <param name="torch"><c>cpu</c> or <c>cuda</c>: the other one's packages are left out.</param>
    public static IReadOnlyList<PinnedPackage> Read(string root, string torch) =>
    [
        .. XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(package => (string?)package.Attribute("Profile") == CourseProfile.OfficialName)
            .Select(package => new PinnedPackage((string)package.Attribute("Include")!, (string)package.Attribute("Version")!))
            .Where(package => !package.Name.StartsWith("TorchSharp-", StringComparison.Ordinal) || package.Name.StartsWith($"TorchSharp-{torch}", StringComparison.Ordinal)),
    ];
}
