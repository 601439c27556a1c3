using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Kernel.Packages;

/// <summary>
/// An empty project that refers to packages. Building it restores them and lays their libraries beside its own. It is built in a folder of
/// its own, which gets its place in the cache when it is complete, so that two kernels cannot meet there.
/// </summary>
internal sealed class PackageProject : IDisposable
{
    /// <summary>Where the packages' notebook extensions lie, in the folder of their libraries.</summary>
    public const string ExtensionsFolder = "interactive-extensions";

    private const string Name = "packages", Output = "out";

    private static readonly string[] LibtorchSystems = ["linux-x64", "osx-arm64", "win-x64", "win-arm64"];

    // What a folder of the cache holds; another one when that changes.
    private const string Layout = "2";

    // What extensions are written against, of the version whose formatters this kernel has.
    private static readonly PackageReference Engine = new("Microsoft.DotNet.Interactive", "1.0.0-beta.26120.1");

    private readonly string _cacheFolder;
    private readonly string _folder;
    private readonly IReadOnlyList<PackageReference> _packages;
    private readonly Action<PackageReference[]> _write;

    /// <summary>Writes the project.</summary>
    /// <param name="cacheFolder">Where restored packages are kept.</param>
    /// <param name="configurationFolder">The folder from which on NuGet looks for its settings, upwards.</param>
    /// <param name="packages">What to refer to.</param>
    /// <param name="sources">Feeds and folders to look in, beside those of the settings.</param>
    public PackageProject(string cacheFolder, string configurationFolder, IReadOnlyList<PackageReference> packages,
        IReadOnlyList<string> sources)
    {
        (_cacheFolder, _packages) = (cacheFolder, packages);
        _folder = Path.Combine(cacheFolder, $"new-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_folder);
        _write = engine => File.WriteAllText(Path.Combine(_folder, $"{Name}.csproj"), Text(configurationFolder, sources, engine));
        _write([]);
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            // Keeps whatever lies in the folders above out.
            File.WriteAllText(Path.Combine(_folder, name), "<Project />\n");
        }
    }

    /// <summary>The library of packages that were built in an earlier session, or null.</summary>
    public static string? FindBuilt(string cacheFolder, IEnumerable<PackageReference> packages)
    {
        var library = Library(Path.Combine(cacheFolder, KeyOf(packages)));
        return File.Exists(library) ? library : null;
    }

    /// <summary>Builds the project; the answer is null, or why that failed.</summary>
    public string? Build(CancellationToken cancellationToken)
    {
        if (SdkBuild.Run(_folder, Output, cancellationToken) is { } reason) return reason;
        if (!CopyExtensions() || File.Exists(Path.Combine(_folder, Output, $"{Engine.Id}.dll"))) return null;
        _write([Engine]);
        // Without the engine the packages are still there, only their extensions cannot be loaded.
        if (SdkBuild.Run(_folder, Output, cancellationToken) is null) return null;
        Directory.Delete(Path.Combine(_folder, Output, ExtensionsFolder), recursive: true);
        return null;
    }

    /// <summary>Gives what was built its place in the cache; the answer is the library there.</summary>
    public string Keep()
    {
        var place = Path.Combine(_cacheFolder, KeyOf(_packages.Select(Exact)));
        try
        {
            Directory.Move(_folder, place);
        }
        catch (IOException) when (File.Exists(Library(place)))
        {
            // Another kernel was faster.
        }

        return Library(place);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private static string Library(string folder) => Path.Combine(folder, Output, $"{Name}.dll");

    private static string KeyOf(IEnumerable<PackageReference> packages)
    {
        var parts = packages.Select(p => $"{p.Id.ToLowerInvariant()} {p.Version}").Append(Layout)
            .Append(RuntimeInformation.RuntimeIdentifier).Append(Environment.Version.ToString(2));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', parts))).AsSpan(0, 10));
    }

    private bool CopyExtensions()
    {
        var assets = Assets();
        var roots = assets["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var found = assets["libraries"]!.AsObject().Select(library => (string?)library.Value!["path"]).OfType<string>()
            .SelectMany(path => roots.Select(root => Path.Combine(root, path, ExtensionsFolder, "dotnet")).Where(Directory.Exists).Take(1))
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .ToList();
        if (found.Count == 0) return false;
        var target = Directory.CreateDirectory(Path.Combine(_folder, Output, ExtensionsFolder));
        foreach (var file in found) File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)), overwrite: true);
        return true;
    }

    private JsonNode Assets() => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "obj", "project.assets.json")))!;

    // NuGet's own record of what it restored has names of the form "Id/1.2.3".
    private PackageReference Exact(PackageReference package)
    {
        if (!package.IsFloating) return package;
        var restored = Assets()["libraries"]!.AsObject();
        var found = restored.Select(l => l.Key).First(k => k.StartsWith($"{package.Id}/", StringComparison.OrdinalIgnoreCase));
        return package with { Version = found[(package.Id.Length + 1)..] };
    }

    private string Text(string configurationFolder, IReadOnlyList<string> sources, PackageReference[] engine)
    {
        var references = _packages.Concat(engine).Select(p => $"<PackageReference Include=\"{p.Id}\" Version=\"{p.Version}\" />");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.{Environment.Version.Minor}</TargetFramework>
                <AssemblyName>{Name}</AssemblyName>
                <EnableDynamicLoading>true</EnableDynamicLoading>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <ImplicitUsings>disable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <RunAnalyzers>false</RunAnalyzers>
                <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
                <DebugType>none</DebugType>
                <EnableSourceLink>false</EnableSourceLink>
                <EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries>
                <RestoreRootConfigDirectory>{Escape(configurationFolder)}</RestoreRootConfigDirectory>
                <RestoreAdditionalProjectSources>{string.Join(';', sources.Select(Escape))}</RestoreAdditionalProjectSources>
                <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
                <RestoreEnablePackagePruning>true</RestoreEnablePackagePruning>
              </PropertyGroup>
              <ItemGroup>{string.Concat(references)}{string.Concat(OtherSystems())}</ItemGroup>
            </Project>

            """;
    }

    // TorchSharp's packages ask for libtorch for every system, hundreds of megabytes each.
    private static IEnumerable<string> OtherSystems() =>
        LibtorchSystems.Where(system => system != RuntimeInformation.RuntimeIdentifier)
            .Select(system => $"<PrunePackageReference Include=\"libtorch-cpu-{system}\" Version=\"99.0.0\" />");

    // First for MSBuild, then for XML.
    private static string Escape(string path)
    {
        var text = new StringBuilder();
        foreach (var c in path) text.Append(c is '%' or '$' or '@' or '\'' or ';' or '?' or '*' ? $"%{(int)c:X2}" : c.ToString());
        return SecurityElement.Escape(text.ToString());
    }
}
