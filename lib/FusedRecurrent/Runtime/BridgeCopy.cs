using System.Buffers.Binary;

namespace FusedRecurrent.Runtime;

/// <summary>Makes a copy of TorchSharp's native library that loads where the system's libraries are older than it asks for.</summary>
internal static class BridgeCopy
{
    private const string Cxx = "libstdc++.so.6";

    /// <summary>Makes the copy if it is needed.</summary>
    /// <param name="path">The library as the package brings it.</param>
    /// <param name="versionsOf">The versions that a library of the system defines, null if unknown.</param>
    /// <param name="cache">Where copies are kept.</param>
    /// <returns>The copy's path, null if the library loads as it is; and why.</returns>
    /// <exception cref="TorchRuntimeException">The library is damaged, or uses what the system does not have.</exception>
    public static (string? Path, string Reason) Prepare(string path, Func<string, IReadOnlySet<string>?> versionsOf, CopyCache cache)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var unmet = Unmet(new(bytes), versionsOf);
            if (unmet.Count == 0) return (null, "the system has all that it asks for");
            Weaken(bytes, unmet, path);
            var versions = string.Join(", ", unmet.Select(need => need.Version));
            var copy = cache.Keep(bytes, System.IO.Path.GetFileNameWithoutExtension(path));
            return (copy, $"the system's {Cxx} lacks {versions}, which nothing in it uses");
        }
        catch (ElfFormatException exception)
        {
            throw NativeLoader.Damaged(path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TorchRuntimeException($"expected to read {path}; {exception.Message}", exception);
        }
    }

    /// <summary>The needs that the system does not meet and the library does not do without.</summary>
    public static IReadOnlyList<VersionNeed> Unmet(ElfFile library, Func<string, IReadOnlySet<string>?> versionsOf) =>
        [.. ElfVersions.Needed(library)
            .Where(need => !need.IsWeak)
            .GroupBy(need => need.Library)
            .SelectMany(needs => versionsOf(needs.Key) is { } defined ? needs.Where(need => !defined.Contains(need.Version)) : [])];

    private static void Weaken(byte[] bytes, IReadOnlyList<VersionNeed> unmet, string path)
    {
        var used = ElfVersions.Used(new(bytes));
        if (unmet.FirstOrDefault(need => need.Library != Cxx || used.Contains(need.Index)) is { } missing)
        {
            throw new TorchRuntimeException(
                $"expected a {missing.Library} with {missing.Version}, which {path} uses; this system's is older; use a newer Linux, "
                + "such as Debian 12 or Ubuntu 22.04 or later, in a container if need be");
        }
        foreach (var need in unmet)
        {
            var flags = bytes.AsSpan((int)need.FlagsOffset, 2);
            var weak = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | VersionNeed.WeakFlag);
            BinaryPrimitives.WriteUInt16LittleEndian(flags, weak);
        }
    }
}
