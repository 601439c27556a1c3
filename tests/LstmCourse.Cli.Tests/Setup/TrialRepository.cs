using System.IO.Compression;
using System.Security;
using LstmCourse.Cli.Setup;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Cli.Tests.Setup;

/// <summary>
/// A small repository of its own with a course library that needs no packages, or one from a folder beside it; its package cache is its
/// own too.
/// </summary>
internal sealed class TrialRepository : IDisposable
{
    public TrialRepository()
    {
        Root = Directory.CreateTempSubdirectory("course setup ").FullName;
        Folders = new CourseFolders(Root);
        Setup = new CourseSetup(Folders);
        Write("LstmCourse.sln", "");
        Write("lib/LstmCourse/Lesson.cs", "public class Lesson { }");
        // What the script calls and set-up tries.
        Write("lib/LstmCourse/TorchRuntime.cs", """
            namespace FusedRecurrent
            {
                public static class TorchRuntime
                {
                    public static void LoadWithTorchSharp() { }
                    public static Status Load() => new Status();
                }

                public class Status { }
            }

            namespace LstmCourse
            {
                public static class NotebookDisplay { public static void Register() { } }
            }

            namespace TorchSharp
            {
                public static class torch { public static System.IO.MemoryStream ones(int size) => new(); }
            }
            """);
        WriteProject();
        Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup></Project>");
        Write("Directory.Packages.props", "<Project />");
        UseSource(Directory.CreateDirectory(Path.Combine(Root, "feed")).FullName);
    }

    public string Root { get; }

    public CourseFolders Folders { get; }

    public CourseSetup Setup { get; }

    /// <summary>The package that a project may ask for, as unpacked in the repository's cache.</summary>
    public string Package => Path.Combine(Root, "packages", "trial.package", "1.0.0");

    /// <summary>Sets up once more, as a first run does.</summary>
    public Task RunAsync(CancellationToken cancellationToken = default) =>
        Setup.RunAsync(evenIfUpToDate: false, new PlainProgress(TextWriter.Null), cancellationToken);

    /// <summary>Writes the library's project.</summary>
    /// <param name="packages">The packages that it asks for.</param>
    public void WriteProject(params string[] packages) => Write("lib/LstmCourse/LstmCourse.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
            <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
          </PropertyGroup>
          <ItemGroup>{string.Concat(packages.Select(name => $"<PackageReference Include=\"{name}\" Version=\"1.0.0\" />"))}</ItemGroup>
        </Project>
        """);

    /// <summary>Names the one package source.</summary>
    public void UseSource(string source) => Write("nuget.config", $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources>
            <clear />
            <add key="trial" value="{SecurityElement.Escape(source)}" allowInsecureConnections="true" />
          </packageSources>
        </configuration>
        """);

    /// <summary>Writes a package with one library, a copy of the notebook library, into the folder that is the source.</summary>
    public void WritePackage(string name)
    {
        using var zip = ZipFile.Open(Path.Combine(Root, "feed", $"{name}.1.0.0.nupkg"), ZipArchiveMode.Create);
        zip.CreateEntryFromFile(typeof(Notebook).Assembly.Location, $"lib/net10.0/{name}.dll");
        using var specification = new StreamWriter(zip.CreateEntry($"{name}.nuspec").Open());
        specification.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{name}</id><version>1.0.0</version><authors>course</authors><description>trial</description></metadata>
            </package>
            """);
    }

    public void Write(string name, string content)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
