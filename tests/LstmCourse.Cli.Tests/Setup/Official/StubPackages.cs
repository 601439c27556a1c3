using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Cli.Tests.Setup.Official;

/// <summary>
/// Packages with the names and versions of the official ones, for tests of the switch. They hold the portable libraries, compiled under the
/// official names, so that the course library compiles against them and runs; TorchSharp needs a native library, as the real one does. The
/// notebook engine's packages hold the signatures and the replay that its own tests use.
/// </summary>
internal sealed class StubPackages
{
    private const string NativeName = "LibTorchSharp";

    // Loads the native library when the assembly is first used, and fails where it is not beside it.
    private const string NativeNeed = $$"""
        internal static class NativeNeed
        {
            [System.Runtime.CompilerServices.ModuleInitializer]
            internal static void Load() => System.Runtime.InteropServices.NativeLibrary.Load("{{NativeName}}", typeof(NativeNeed).Assembly, null);
        }
        """;

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<Dictionary<string, byte[]>> Assemblies = new(() => new[]
    {
        Compile("TorchSharp", Sources("TorchSharp.Portable").Append(NativeNeed)),
        Compile("Plotly.NET", Sources("Plotly.NET.Portable")),
        Compile("Plotly.NET.CSharp", []),
        Compile("Microsoft.Data.Analysis", Sources("Microsoft.Data.Analysis.Portable"), NullableContextOptions.Disable),
        Compile("Microsoft.DotNet.Interactive", EngineSources()),
        Compile("Microsoft.DotNet.Interactive.CSharp", []),
    }.ToDictionary(assembly => assembly.Name, assembly => assembly.Bytes));

    private readonly string _feed;

    /// <param name="feed">The folder that is to be the package source.</param>
    public StubPackages(string feed)
    {
        _feed = feed;
        Directory.CreateDirectory(feed);
    }

    /// <summary>The file name that the native library has on this system.</summary>
    public static string NativeFile =>
        OperatingSystem.IsWindows() ? $"{NativeName}.dll" : OperatingSystem.IsMacOS() ? $"lib{NativeName}.dylib" : $"lib{NativeName}.so";

    /// <summary>Writes all packages.</summary>
    /// <param name="withNative">Whether libtorch's package holds its native library.</param>
    public void Write(bool withNative)
    {
        Pack("TorchSharp", "0.106.0", Library("TorchSharp"));
        Pack("TorchSharp-cpu", "0.106.0", withNative ? [($"runtimes/{PortableRuntime}/native/{NativeFile}", File.ReadAllBytes(SomeNativeLibrary))] : []);
        Pack("Plotly.NET", "5.1.0", Library("Plotly.NET"));
        Pack("Plotly.NET.CSharp", "0.13.0", Library("Plotly.NET.CSharp"));
        Pack("Plotly.NET.Interactive", "5.0.0");
        Pack("Microsoft.Data.Analysis", "0.23.0", [.. Library("Microsoft.Data.Analysis"), ("lib/net10.0/CsvHelper.dll", File.ReadAllBytes(typeof(CsvHelper.CsvReader).Assembly.Location))]);
        Pack("Microsoft.DotNet.Interactive", "1.0.0-beta.26120.1", Library("Microsoft.DotNet.Interactive"));
        Pack("Microsoft.DotNet.Interactive.CSharp", "1.0.0-beta.26120.1", Library("Microsoft.DotNet.Interactive.CSharp"));
    }

    private static string PortableRuntime
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    // Any library that the system's loader accepts will do.
    private static string SomeNativeLibrary =>
        Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), OperatingSystem.IsWindows() ? "System.IO.Compression.Native.dll" : "libSystem.Native.*").First(file => !file.EndsWith(".dbg", StringComparison.Ordinal));

    private static (string, byte[])[] Library(string name) => [($"lib/net10.0/{name}.dll", Assemblies.Value[name])];

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Repository.PathOf("lib", "portable", project), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    // The engine's signatures, with a replay of what the real one does.
    private static IEnumerable<string> EngineSources()
    {
        var tests = Repository.PathOf("tests", "LstmCourse.DotNetInteractive.Tests");
        return Directory.EnumerateFiles(Path.Combine(tests, "OfficialSignatures"), "*.cs")
            .Append(Path.Combine(tests, "EventStream.cs")).Append(Path.Combine(tests, "Replay.cs")).Select(File.ReadAllText);
    }

    private static (string Name, byte[] Bytes) Compile(string name, IEnumerable<string> sources, NullableContextOptions nullable = NullableContextOptions.Annotations)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = sources.Prepend(ImplicitUsings).AsParallel().AsOrdered().Select(source => CSharpSyntaxTree.ParseText(source, options)).ToList();
        var references = FrameworkReferences.Usual.Concat(FrameworkReferences.Rest).Append(MetadataReference.CreateFromFile(typeof(CsvHelper.CsvReader).Assembly.Location));
        var compilation = CSharpCompilation.Create(name, trees, references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: nullable));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
        return result.Success ? (name, stream.ToArray()) : throw new InvalidOperationException(string.Join('\n', errors));
    }

    private void Pack(string name, string version, params (string Path, byte[] Content)[] files)
    {
        var path = Path.Combine(_feed, $"{name}.{version}.nupkg");
        File.Delete(path);
        using var package = ZipFile.Open(path, ZipArchiveMode.Create);
        Add($"{name}.nuspec", Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{name}</id><version>{version}</version><authors>test</authors><description>A stand-in for tests.</description></metadata>
            </package>
            """));
        foreach (var (file, content) in files) Add(file, content);

        void Add(string file, byte[] content)
        {
            using var entry = package.CreateEntry(file, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
    }
}
