using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FusedRecurrent.Runtime;

namespace LstmCourse.Notebooks.Kernel.Packages;

/// <summary>
/// Native libraries of packages that ask for a newer version of a system's library than is there, although nothing in them uses it:
/// TorchSharp's
/// asks for the libstdc++ of GCC 13, which Debian 12 and Ubuntu 22.04 do not have.
/// </summary>
internal static class NativeCopy
{
    // Larger files are no bridges to .NET, and reading them takes a while.
    private const long MostBytes = 64L * 1024 * 1024;

    /// <summary>The file to load: the library itself, or a copy beside it that does not insist.</summary>
    /// <param name="path">A library in a folder that is the kernel's own.</param>
    public static string LoadableFrom(string path)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return path;
        try
        {
            if (new FileInfo(path).Length > MostBytes) return path;
            var bytes = File.ReadAllBytes(path);
            return Weaken(bytes, SystemLibraries.VersionsOf) ? Write(bytes, path) : path;
        }
        catch (Exception e) when (e is ElfFormatException or IOException or UnauthorizedAccessException)
        {
            // Whatever is wrong, the system's loader says it to whoever wanted the library.
            return path;
        }
    }

    /// <summary>Marks the versions as weak that the system lacks and the library does not use; false if there are none.</summary>
    /// <param name="bytes">The library.</param>
    /// <param name="versionsOf">The versions that a library of the system defines; null if it is none of the system's.</param>
    /// <exception cref="ElfFormatException">The file is no library, or damaged.</exception>
    internal static bool Weaken(byte[] bytes, Func<string, IReadOnlySet<string>?> versionsOf)
    {
        var library = new ElfFile(bytes);
        var unmet = ElfVersions.Needed(library)
            .Where(need => !need.IsWeak && versionsOf(need.Library) is { } defined && !defined.Contains(need.Version)).ToList();
        if (unmet.Count == 0) return false;
        var used = ElfVersions.Used(library);
        if (unmet.Exists(need => used.Contains(need.Index))) return false;
        foreach (var need in unmet)
        {
            var flags = bytes.AsSpan((int)need.FlagsOffset, 2);
            BinaryPrimitives.WriteUInt16LittleEndian(flags,
                (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | VersionNeed.WeakFlag));
        }

        return true;
    }

    // The file itself may be a link to the package's own.
    private static string Write(byte[] bytes, string path)
    {
        var copy = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.weak.so");
        if (File.Exists(copy) && File.ReadAllBytes(copy).AsSpan().SequenceEqual(bytes)) return copy;
        var temporary = $"{copy}.{Guid.NewGuid():N}";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, copy, overwrite: true);
        return copy;
    }
}
