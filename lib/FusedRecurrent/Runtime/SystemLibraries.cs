using System.Runtime.InteropServices;

namespace FusedRecurrent.Runtime;

/// <summary>The system's own libraries, as this process has loaded them.</summary>
internal static class SystemLibraries
{
    /// <summary>The symbol versions that a library of the system defines; null if that cannot be found out.</summary>
    /// <param name="name">Such as libstdc++.so.6.</param>
    public static IReadOnlySet<string>? VersionsOf(string name)
    {
        if (PathOf(name) is not { } path) return null;
        try
        {
            return ElfVersions.Defined(new(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is ElfFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Its file may carry a longer name (libstdc++.so.6.0.30), but nothing else begins like that.
    private static string? PathOf(string name)
    {
        if (!NativeLibrary.TryLoad(name, out _)) return null;
        return File.ReadLines("/proc/self/maps")
            .Select(line => line.IndexOf('/') is >= 0 and var start ? line[start..] : "")
            .FirstOrDefault(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal));
    }
}
