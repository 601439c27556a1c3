using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// The .NET libraries that every cell may use: the reference assemblies of the installed SDK, or those of the running runtime where
/// there is no SDK. Read once for all cells, since each reading costs megabytes.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<Dictionary<string, PortableExecutableReference>> ByAssemblyName = new(Load);

    /// <summary>All of them, with this library for the display helpers.</summary>
    public static IEnumerable<PortableExecutableReference> All => ByAssemblyName.Value.Values;

    /// <summary>The one of an assembly's simple name, or null.</summary>
    public static PortableExecutableReference? Find(string assemblyName) => ByAssemblyName.Value.GetValueOrDefault(assemblyName);

    /// <summary>The folder of the <c>dotnet</c> command that runs this process.</summary>
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static Dictionary<string, PortableExecutableReference> Load()
    {
        var references = new Dictionary<string, PortableExecutableReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in FrameworkFiles().Append(typeof(FrameworkReferences).Assembly.Location))
        {
            references.TryAdd(Path.GetFileNameWithoutExtension(path), MetadataReference.CreateFromFile(path));
        }

        return references;
    }

    private static IEnumerable<string> FrameworkFiles()
    {
        var version = Environment.Version;
        var packs = Path.Combine(DotnetRoot, "packs", "Microsoft.NETCore.App.Ref");
        if (Directory.Exists(packs))
        {
            var newest = Directory.GetDirectories(packs, $"{version.Major}.{version.Minor}.*")
                .Select(p => Path.Combine(p, "ref", $"net{version.Major}.{version.Minor}"))
                .Where(Directory.Exists)
                .Order(StringComparer.Ordinal)
                .LastOrDefault();
            if (newest is not null) return Directory.GetFiles(newest, "*.dll");
        }

        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator).Where(p => p.StartsWith(runtime, StringComparison.Ordinal));
    }
}
