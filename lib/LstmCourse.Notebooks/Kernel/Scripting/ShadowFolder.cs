using System.Globalization;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Copies of the libraries a session has loaded, so that they can be rebuilt while it runs. Beside each copy stand links to whatever
/// else its folder holds (native libraries, data), for libraries that look for such things beside themselves.
/// </summary>
internal sealed class ShadowFolder : IDisposable
{
    private readonly object _lock = new();
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Copy, DateTime Written)> _copies = new(StringComparer.Ordinal);
    private string? _root;

    /// <summary>The copy of a library, made on the first call.</summary>
    /// <param name="path">The full path of a .dll.</param>
    /// <param name="isOutdated">True if the file was rebuilt after it was copied.</param>
    public string CopyOf(string path, out bool isOutdated)
    {
        lock (_lock)
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (_copies.TryGetValue(path, out var known))
            {
                isOutdated = known.Written != written;
                return known.Copy;
            }

            isOutdated = false;
            var copy = Path.Combine(FolderFor(Path.GetDirectoryName(path)!), Path.GetFileName(path));
            File.Copy(path, copy, overwrite: true);
            foreach (var companion in new[] { ".pdb", ".xml" })
            {
                var source = Path.ChangeExtension(path, companion);
                if (File.Exists(source)) File.Copy(source, Path.ChangeExtension(copy, companion), overwrite: true);
            }

            _copies.Add(path, (copy, written));
            return copy;
        }
    }

    public void Dispose()
    {
        if (_root is null) return;
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps loaded libraries locked until the process has ended; its temporary folder is cleaned by others.
        }
    }

    private string FolderFor(string original)
    {
        if (_folders.TryGetValue(original, out var folder)) return folder;
        _root ??= Directory.CreateTempSubdirectory("course-kernel-").FullName;
        folder = Path.Combine(_root, _folders.Count.ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        _folders.Add(original, folder);
        if (OperatingSystem.IsWindows()) return folder;
        foreach (var entry in new DirectoryInfo(original).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { Name: "runtimes" }) Directory.CreateSymbolicLink(Path.Combine(folder, entry.Name), entry.FullName);
            else if (entry is FileInfo && IsCompanion(entry.Extension)) File.CreateSymbolicLink(Path.Combine(folder, entry.Name),
                entry.FullName);
        }

        return folder;
    }

    private static bool IsCompanion(string extension) => extension is not (".dll" or ".pdb" or ".xml" or ".exe" or "");
}
