using System.IO.Compression;
using System.Text.Json.Nodes;

namespace LstmCourse.Cli.Setup;

/// <summary>
/// Finds a damaged package. NuGet trusts what it once unpacked: a library that was cut off later looks to the compiler like a name that
/// nobody knows, and a native one like a fault of the system. Beside the files lies the archive that they came from.
/// </summary>
internal static class PackageCheck
{
    private const int BlockSize = 1 << 16;

    private static readonly string[] Used = ["lib/", "ref/", "runtimes/", "build/", "buildTransitive/"];

    /// <summary>The folder of the first package whose files differ from its archive; null if all are whole.</summary>
    /// <param name="assetsFile">What NuGet wrote of a restore: <c>project.assets.json</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static string? FindDamaged(string assetsFile, CancellationToken cancellationToken)
    {
        if (!File.Exists(assetsFile) || JsonNode.Parse(File.ReadAllText(assetsFile)) is not JsonObject assets) return null;
        var roots = assets["packageFolders"]!.AsObject().Select(root => root.Key).ToList();
        var packages = assets["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] == "package")
            .Select(library => (string)library.Value!["path"]!);
        foreach (var package in packages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var folder = roots.Select(root => Path.Combine(root, package)).FirstOrDefault(Directory.Exists);
            if (folder is not null && !IsWhole(folder)) return folder;
        }

        return null;
    }

    /// <summary>Whether the unpacked files of a package are what its archive holds.</summary>
    internal static bool IsWhole(string folder)
    {
        try
        {
            if (Directory.EnumerateFiles(folder, "*.nupkg").FirstOrDefault() is not { } archive) return true;
            using var zip = ZipFile.OpenRead(archive);
            return zip.Entries.Where(
                entry => entry.Length > 0 && Used.Any(part => entry.FullName.StartsWith(part, StringComparison.Ordinal)))
                .All(entry => IsSame(entry, Path.Combine(folder, Uri.UnescapeDataString(entry.FullName))));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsSame(ZipArchiveEntry entry, string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != entry.Length) return false;
        using var packed = entry.Open();
        using var unpacked = file.OpenRead();
        var (expected, found) = (new byte[BlockSize], new byte[BlockSize]);
        while (true)
        {
            var count = packed.ReadAtLeast(expected, BlockSize, throwOnEndOfStream: false);
            if (count == 0) return true;
            unpacked.ReadExactly(found, 0, count);
            if (!expected.AsSpan(0, count).SequenceEqual(found.AsSpan(0, count))) return false;
        }
    }
}
