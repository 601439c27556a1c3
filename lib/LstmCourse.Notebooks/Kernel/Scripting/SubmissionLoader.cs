using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using LstmCourse.Notebooks.Kernel.Packages;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Loads the compiled cells and the libraries they refer to, with the managed and native libraries that those need: as their
/// .deps.json says, or from the same folder, or from the folder's <c>runtimes/RID/native</c>.
/// </summary>
internal sealed class SubmissionLoader(Action<string> warn) : AssemblyLoadContext("notebook"), IDisposable
{
    private readonly ShadowFolder _shadow = new();
    private readonly object _lock = new();
    private readonly Dictionary<string, Assembly> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _libraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<AssemblyDependencyResolver> _resolvers = [];
    private readonly List<string> _folders = [];
    private readonly HashSet<string> _stable = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    /// <summary>Loads a compiled cell.</summary>
    public Assembly LoadCell(string name, Stream assembly, Stream symbols)
    {
        var loaded = LoadFromStream(assembly, symbols);
        lock (_lock) _cells.Add(name, loaded);
        return loaded;
    }

    /// <summary>Makes a library known that a cell refers to; the answer is the copy to compile against.</summary>
    public string AddLibrary(string path)
    {
        lock (_lock)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var folder = Path.GetDirectoryName(path)!;
            if (_libraries.TryGetValue(name, out var known) && known != path)
            {
                Warn($"{name} is loaded already, from {known}; {path} is not used. Restart the kernel to change over.");
                path = known;
            }

            _libraries[name] = path;
            if (!_folders.Contains(folder)) _folders.Add(folder);
            if (File.Exists(Path.ChangeExtension(path, ".deps.json"))) _resolvers.Add(new AssemblyDependencyResolver(path));
            return _shadow.CopyOf(path, out _);
        }
    }

    /// <summary>
    /// Makes all libraries known that lie in a folder and will not change, and gives those that were not known by name before.
    /// </summary>
    /// <param name="main">A library there, whose <c>.deps.json</c> tells where native libraries are.</param>
    public IReadOnlyList<string> AddStableFolder(string main)
    {
        lock (_lock)
        {
            var folder = Path.GetDirectoryName(main)!;
            if (!_stable.Add(folder)) return [];
            _folders.Add(folder);
            _resolvers.Add(new AssemblyDependencyResolver(main));
            return [.. Directory.GetFiles(folder, "*.dll").Where(f => f != main && IsNew(f))];
        }
    }

    /// <summary>Loads a library with a package's extensions, or the one of its name that cells use.</summary>
    public Assembly LoadExtension(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Load(new AssemblyName(name)) is { } known ? known : LoadFromAssemblyPath(path);
    }

    /// <summary>Says once if a library in use has been rebuilt.</summary>
    public void CheckForRebuild(string path)
    {
        _ = _shadow.CopyOf(path, out var isOutdated);
        if (isOutdated) Warn($"{Path.GetFileName(path)} has changed since it was loaded. Restart the kernel to use the new one.");
    }

    /// <summary>The full path of a library that another one needs, or null.</summary>
    public string? FindDependency(string assemblyName)
    {
        lock (_lock)
        {
            if (_libraries.TryGetValue(assemblyName, out var path)) return path;
            foreach (var resolver in _resolvers)
            {
                if (resolver.ResolveAssemblyToPath(new AssemblyName(assemblyName)) is { } resolved) return resolved;
            }

            return _folders.Select(f => Path.Combine(f, assemblyName + ".dll")).FirstOrDefault(File.Exists);
        }
    }

    public void Dispose() => _shadow.Dispose();

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        lock (_lock)
        {
            if (_cells.TryGetValue(name, out var cell)) return cell;
        }

        // One copy of the display helpers and of .NET itself, whatever lies beside a learner's library.
        if (name == typeof(SubmissionLoader).Assembly.GetName().Name) return typeof(SubmissionLoader).Assembly;
        if (FrameworkReferences.Holds(name)) return null;
        return FindDependency(name) is { } path ? LoadFromAssemblyPath(IsStable(path) ? path : _shadow.CopyOf(path, out _)) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        lock (_lock)
        {
            foreach (var resolver in _resolvers)
            {
                if (resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } resolved) return LoadNative(resolved);
            }

            var path = NativeFiles(unmanagedDllName).FirstOrDefault(File.Exists);
            return path is null ? 0 : LoadNative(path);
        }
    }

    // The folders of packages are the kernel's own; elsewhere nothing is written. Where a library does not load, the system may know
    // another
    // one of its name: one that the course has loaded in its place.
    private nint LoadNative(string path)
    {
        try
        {
            return LoadUnmanagedDllFromPath(IsStable(path) ? NativeCopy.LoadableFrom(path) : path);
        }
        catch (DllNotFoundException)
        {
            return 0;
        }
    }

    private bool IsStable(string path)
    {
        lock (_lock) return _stable.Contains(Path.GetDirectoryName(path)!);
    }

    private bool IsNew(string path)
    {
        // A native library has no version of this kind.
        if (VersionOf(path) is not { } version) return false;
        var name = Path.GetFileNameWithoutExtension(path);
        if (_libraries.TryAdd(name, path)) return true;
        if (VersionOf(_libraries[name]) is { } known && known != version)
        {
            Warn($"{name} {known} is loaded already; {version} is not used. Restart the kernel to change over.");
        }

        return false;
    }

    private static Version? VersionOf(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Version;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private IEnumerable<string> NativeFiles(string name)
    {
        var extension = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        string[] names = [name, name + extension, "lib" + name + extension];
        string[] places = ["", Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native")];
        return from folder in _folders from place in places from file in names select Path.Combine(folder, place, file);
    }

    private void Warn(string message)
    {
        lock (_lock)
        {
            if (!_warned.Add(message)) return;
        }

        warn(message);
    }
}
