namespace LstmCourse.Cli.Setup;

/// <summary>Knows whether the published library is as new as its sources, by looking at times only.</summary>
internal sealed class SetupState(CourseFolders folders)
{
    private const string Stamp = ".setup";

    /// <summary>Whether the library was published for this profile, none of its sources was touched since, and the notebooks load it.</summary>
    public bool IsUpToDate(CourseProfile profile)
    {
        var library = folders.Library(profile);
        var stamp = new FileInfo(Path.Combine(library, Stamp));
        return stamp.Exists
            && File.Exists(folders.Script)
            && File.ReadAllText(stamp.FullName) == profile.Stamp
            && File.ReadAllText(folders.Script) == CourseScript.Text(profile, library)
            && Sources().All(source => source.LastWriteTimeUtc <= stamp.LastWriteTimeUtc);
    }

    /// <summary>Notes in a newly published folder what it was made from.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="started">When publishing began; what was saved later may not be in it.</param>
    public static void Mark(string folder, CourseProfile profile, DateTime started)
    {
        var stamp = Path.Combine(folder, Stamp);
        File.WriteAllText(stamp, profile.Stamp);
        File.SetLastWriteTimeUtc(stamp, started);
    }

    // Folders too: a file that is deleted, or copied in with an old time, touches its folder.
    private IEnumerable<FileSystemInfo> Sources()
    {
        string[] files = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config"];
        foreach (var file in files.Select(file => new FileInfo(Path.Combine(folders.Root, file))).Where(file => file.Exists)) yield return file;

        var libraries = new[] { Path.Combine("lib", "LstmCourse"), Path.Combine("lib", "portable") };
        foreach (var library in libraries.Select(library => new DirectoryInfo(Path.Combine(folders.Root, library))).Where(library => library.Exists))
        {
            yield return library;
            foreach (var source in library.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)) yield return source;
        }
    }
}
