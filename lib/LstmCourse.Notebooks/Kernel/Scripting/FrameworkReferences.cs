using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// The .NET libraries that every cell may use: the reference assemblies of the installed SDK, or those of the running runtime where
/// there is no SDK. Read once for all cells of a session, since each reading costs megabytes, and never shared between sessions: the
/// compiler
/// remembers with a reference what it has made of it, and would take now its own and now another session's, so that a type is not itself.
/// </summary>
internal sealed class FrameworkReferences
{
    // What nearly every cell gets by with. Each reference more costs every cell a little: all 168 together a quarter of its time.
    private static readonly string[] Common =
    [
        "System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable",
            "System.Collections.Specialized",
        "System.Linq", "System.Linq.Expressions", "System.Console", "System.Threading", "System.Threading.Thread",
        "System.Threading.ThreadPool",
        "System.Threading.Tasks.Parallel", "System.Memory", "System.Text.RegularExpressions", "System.Text.Json", "System.Numerics.Vectors",
        "System.Runtime.Numerics", "System.Runtime.Extensions", "System.Runtime.InteropServices", "System.Runtime.Intrinsics",
        "System.ObjectModel",
        "System.ComponentModel", "System.ComponentModel.Primitives", "System.Diagnostics.Process", "System.Diagnostics.StackTrace",
        "System.Net.Http",
        "System.Net.Primitives", "System.Private.Uri", "System.IO.Compression", "Microsoft.CSharp", "System.Private.CoreLib", OwnName,
    ];

    private const string OwnName = "LstmCourse.Notebooks";

    private static readonly Lazy<Dictionary<string, string>> Paths = new(FindPaths);

    private readonly object _lock = new();
    private readonly Dictionary<string, PortableExecutableReference> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that a session starts with, among them this library for the display helpers.</summary>
    public IEnumerable<PortableExecutableReference> Usual => Common.Select(Find).OfType<PortableExecutableReference>();

    /// <summary>All others.</summary>
    public IEnumerable<PortableExecutableReference> Rest =>
        Paths.Value.Keys.Where(name => !Common.Contains(name)).Select(Find).OfType<PortableExecutableReference>();

    /// <summary>The one of an assembly's simple name, or null.</summary>
    public PortableExecutableReference? Find(string assemblyName)
    {
        if (!Paths.Value.TryGetValue(assemblyName, out var path)) return null;
        lock (_lock)
        {
            if (_read.TryGetValue(assemblyName, out var known)) return known;
            return _read[assemblyName] = MetadataReference.CreateFromFile(path, documentation: XmlDocumentationFile.Beside(path));
        }
    }

    /// <summary>Whether an assembly is part of .NET, or of this program: a copy that lies beside a library is not loaded.</summary>
    public static bool Holds(string assemblyName) => Paths.Value.ContainsKey(assemblyName);

    private static Dictionary<string, string> FindPaths()
    {
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in FrameworkFiles().Append(typeof(FrameworkReferences).Assembly.Location).Concat(Formatters())) paths.TryAdd(
            Path.GetFileNameWithoutExtension(path), path);
        return paths;
    }

    // .NET Interactive's formatters, which notebooks and packages register with: the process has one copy of them.
    private static IEnumerable<string> Formatters() =>
        TrustedFiles().Where(p =>
            Path.GetFileNameWithoutExtension(p) is "Microsoft.DotNet.Interactive.Formatting" or "Microsoft.AspNetCore.Html.Abstractions");

    private static string[] TrustedFiles() => ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);

    private static IEnumerable<string> FrameworkFiles()
    {
        var version = Environment.Version;
        var packs = Path.Combine(DotnetCommand.Folder, "packs", "Microsoft.NETCore.App.Ref");
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
        return TrustedFiles().Where(p => p.StartsWith(runtime, StringComparison.Ordinal));
    }
}
