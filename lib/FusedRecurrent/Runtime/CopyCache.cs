using System.Security.Cryptography;

namespace FusedRecurrent.Runtime;

/// <summary>Keeps copies of libraries in the first of some folders that can be written to.</summary>
/// <param name="folders">The folders, best first; they need not exist.</param>
/// <param name="version">The version of the package that the copies come from, for their names.</param>
internal sealed class CopyCache(IReadOnlyList<string> folders, string version)
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The user's cache folder, and where that cannot be written to, a folder of the user's among the temporary files.</summary>
    public static CopyCache Default => new(
        [.. UserCaches(), Path.Combine(Path.GetTempPath(), $"FusedRecurrent-{Environment.UserName}")],
        TorchSharpVersion());

    /// <summary>Sees to it that a file with this content is there, and whole.</summary>
    /// <param name="content">The content.</param>
    /// <param name="name">What the file's name begins with.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="TorchRuntimeException">No folder can be written to.</exception>
    public string Keep(byte[] content, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        Exception? last = null;
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, $"{name}-{version}-{hash}.so");
            try
            {
                MakeFolder(folder);
                if (!Holds(path, content)) Write(folder, path, content);
                return path;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                last = exception;
            }
        }
        throw new TorchRuntimeException(
            $"expected to write {content.Length / 1024} KB into one of {string.Join(", ", folders)}; {last?.Message}; make room there, "
            + "or name a folder that can be written to in XDG_CACHE_HOME",
            last!);
    }

    internal static string TorchSharpVersion() => AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName())
        .Concat(typeof(CopyCache).Assembly.GetReferencedAssemblies())
        .FirstOrDefault(name => name.Name == "TorchSharp")?.Version?.ToString(3) ?? "0";

    private static IEnumerable<string> UserCaches()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } chosen && Path.IsPathFullyQualified(chosen))
        {
            yield return Path.Combine(chosen, "FusedRecurrent");
        }
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (home.Length > 0) yield return Path.Combine(home, ".cache", "FusedRecurrent");
    }

    // What lies in the folder is loaded as code, so it must be the user's alone.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        Directory.CreateDirectory(folder, OnlyOwner);
        if ((File.GetUnixFileMode(folder) & ~OnlyOwner) == 0) return;
        throw new IOException($"{folder} is open to other users (chmod 700 mends it)");
    }

    private static bool Holds(string path, byte[] content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    // Another process may do the same at this moment: each writes a file of its own, and the renaming replaces all at once.
    private static void Write(string folder, string path, byte[] content)
    {
        var temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
