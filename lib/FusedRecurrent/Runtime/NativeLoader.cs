using System.Runtime.InteropServices;

namespace FusedRecurrent.Runtime;

/// <summary>Loads libtorch from the folders where it may lie.</summary>
internal static class NativeLoader
{
    private const string Bridge = "libLibTorchSharp.so";

    // In this order, since each needs the ones before it.
    private static readonly string[] Libtorch = ["libc10.so", "libtorch_cpu.so", "libtorch.so"];
    private static readonly string[] OtherPlatforms = ["win-x64", "win-arm64", "osx-arm64"];

    /// <summary>Loads what is needed before TorchSharp's first call.</summary>
    /// <param name="platform">Such as linux-x64.</param>
    /// <param name="folders">Where to look, best first.</param>
    /// <exception cref="TorchRuntimeException">Nothing helps.</exception>
    public static TorchRuntimeStatus Load(string platform, IReadOnlyList<string> folders)
    {
        if (OtherPlatforms.Contains(platform)) return new(platform, null, null, "TorchSharp loads libtorch by itself here");
        if (platform != "linux-x64") throw new TorchRuntimeException(NoNatives(platform));
        var paths = Libtorch.Select(name => Find(name, folders, platform)).ToList();
        var bridge = Find(Bridge, folders, platform);
        foreach (var path in paths) CheckWhole(path);
        var (copy, reason) = BridgeCopy.Prepare(bridge, SystemLibraries.VersionsOf, CopyCache.Default);
        foreach (var path in paths) Open(path);
        Open(copy ?? bridge);
        return new(platform, bridge, copy, reason);
    }

    private static string NoNatives(string platform)
    {
        var way = platform.StartsWith("linux-musl", StringComparison.Ordinal)
            ? "use a Linux with glibc, such as Debian or Ubuntu, in a container if need be"
            : "on a Linux or macOS machine run it in a container for amd64 (docker run --platform linux/amd64)";
        return $"expected a system that libtorch is built for (linux-x64, osx-arm64, win-x64, win-arm64), got {platform}; {way}";
    }

    private static string Find(string name, IReadOnlyList<string> folders, string platform) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new TorchRuntimeException(
            $"expected {name} beside TorchSharp.dll or in runtimes/{platform}/native; it is in none of {string.Join(", ", folders)}; "
            + "refer to the package TorchSharp-cpu and build again");

    private static void CheckWhole(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            ElfFile.ReadSegments(file);
        }
        catch (ElfFormatException exception)
        {
            throw Damaged(path, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TorchRuntimeException($"expected to read {path}; {exception.Message}", exception);
        }
    }

    private static void Open(string path)
    {
        try
        {
            NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            var said = exception.Message.ReplaceLineEndings(" ");
            throw new TorchRuntimeException($"expected the system to load {path}; it says: {said}", exception);
        }
    }

    /// <summary>The error for a library that is no such library or not whole.</summary>
    public static TorchRuntimeException Damaged(string path, ElfFormatException reason) => new(
        $"expected a whole library for x86-64, but {path} {reason.Message}; delete its package from the NuGet package folder, "
        + "restore and build again",
        reason);
}
