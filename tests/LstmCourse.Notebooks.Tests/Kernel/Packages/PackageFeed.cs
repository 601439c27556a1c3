using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Tests.Kernel.Packages;

/// <summary>A package feed that is a folder, and a notebook's folder whose settings name it: no network.</summary>
internal sealed class PackageFeed : IDisposable
{
    // MSBuild gives some of these characters a meaning of its own.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("a (b) $c ");

    public PackageFeed()
    {
        Packages = _folder.CreateSubdirectory("feed").FullName;
        File.WriteAllText(Path.Combine(_folder.FullName, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Packages}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.FullName, "packages")}" /></config>
            </configuration>
            """);
    }

    /// <summary>The folder of the .nupkg files.</summary>
    public string Packages { get; }

    public string NotebookFolder => _folder.FullName;

    public string Cache => Path.Combine(_folder.FullName, "cache");

    /// <summary>Publishes a package with one library, and perhaps another one with an extension for notebooks.</summary>
    public void Pack(string id, string version, string source, string dependencies = "", byte[]? extension = null)
    {
        using var archive = ZipFile.Open(Path.Combine(Packages, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(archive.CreateEntry($"{id}.nuspec").Open()))
        {
            writer.Write($"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                  <dependencies><group targetFramework="net10.0">{dependencies}</group></dependencies>
                </metadata></package>
                """);
        }

        using (var entry = archive.CreateEntry($"lib/net10.0/{id}.dll").Open()) entry.Write(Compile(id, version, source));
        if (extension is null) return;
        using var beside = archive.CreateEntry($"interactive-extensions/dotnet/{id}.Interactive.dll").Open();
        beside.Write(extension);
    }

    /// <summary>A library.</summary>
    public static byte[] Compile(string name, string version, string source, params byte[][] libraries)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Private.CoreLib.dll" or "System.Runtime.dll")
                .Select(p => MetadataReference.CreateFromFile(p)).Concat(libraries.Select(l => MetadataReference.CreateFromImage(l)));
        var tree = CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] {source}");
        using var library = new MemoryStream();
        Assert.True(CSharpCompilation.Create(name, [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .Emit(library).Success);
        return library.ToArray();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
