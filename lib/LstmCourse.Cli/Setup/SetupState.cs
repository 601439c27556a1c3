namespace LstmCourse.Cli.Setup;

/// <summary>Knows whether published files are as new as their sources, by looking at times only.</summary>
internal sealed class SetupState(CourseFolders folders)
{
    private const string Stamp = ".setup";

    private static readonly string[] BuildFiles =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
        "nuget.config", "NuGet.Config", "NuGet.config",
    ];

    /// <summary>Whether a project was published with the libtorch that is wanted now, and none of its sources was touched since.</summary>
    public bool IsUpToDate(Publication publication)
    {
        var stamp = new FileInfo(Path.Combine(publication.Target, Stamp));
        return stamp.Exists
            && File.ReadAllText(stamp.FullName) == Libtorch.Choice
            && Sources(publication).All(source => source.LastWriteTimeUtc <= stamp.LastWriteTimeUtc);
    }

    /// <summary>Notes in a newly published folder what it was made from.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="started">When publishing began; what was saved later may not be in it.</param>
    public static void Mark(string folder, DateTime started)
    {
        var stamp = Path.Combine(folder, Stamp);
        File.WriteAllText(stamp, Libtorch.Choice);
        File.SetLastWriteTimeUtc(stamp, started);
    }

    // Folders too: a file that is deleted, or copied in with an old time, touches its folder.
    private IEnumerable<FileSystemInfo> Sources(Publication publication) =>
    [
        .. BuildFiles.Select(file => new FileInfo(Path.Combine(folders.Root, file))).Where(file => file.Exists),
        .. publication.Sources.Select(folder => new DirectoryInfo(folder)).Where(folder => folder.Exists)
            .SelectMany(folder => folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(folder)),
    ];
}
