using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests.Setup.Official;

/// <summary>A copy of the repository with package sources of its own, whose packages go nowhere else.</summary>
internal sealed class TrialRepository : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("course official ").FullName;

    /// <param name="sources">The package sources: folders or addresses.</param>
    /// <param name="folders">Which folders of the repository are copied.</param>
    public TrialRepository(IReadOnlyList<string> sources, params string[] folders)
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "LstmCourse.sln" }) Copy(file);
        foreach (var folder in folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)))
        {
            Copy(Path.GetRelativePath(Repository.Root, folder));
        }

        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                {string.Concat(sources.Select((source, i) => $"<add key=\"source{i + 1}\" value=\"{source}\" allowInsecureConnections=\"true\" />"))}
              </packageSources>
              <auditSources><clear /></auditSources>
            </configuration>
            """);
        // The stand-ins must never reach the folder where real packages are kept; what else is needed comes from there.
        var props = Path.Combine(_root, "Directory.Build.props");
        File.WriteAllText(props, File.ReadAllText(props).Replace("</Project>", $"""
              <PropertyGroup>
                <RestorePackagesPath>{Packages}</RestorePackagesPath>
                <RestoreFallbackFolders>{GlobalPackages}</RestoreFallbackFolders>
                <RunAnalyzers>false</RunAnalyzers>
                <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
                <GenerateDocumentationFile>false</GenerateDocumentationFile>
              </PropertyGroup>
            </Project>
            """, StringComparison.Ordinal));
    }

    public CourseFolders Folders => new(_root);

    /// <summary>Where this repository's packages are kept once they are restored.</summary>
    public string Packages => Path.Combine(_root, "packages");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string GlobalPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private void Copy(string file)
    {
        var target = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Repository.PathOf(file), target);
    }
}
