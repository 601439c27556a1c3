namespace LstmCourse.Cli.Setup;

/// <summary>A project that set-up publishes into a folder of <c>artifacts/</c>.</summary>
/// <param name="Name">What it is, for messages: "the course library".</param>
/// <param name="Project">The path of its project file.</param>
/// <param name="Target">The folder that the published files go to.</param>
/// <param name="Sources">The folders that hold its sources.</param>
internal sealed record Publication(string Name, string Project, string Target, IReadOnlyList<string> Sources)
{
    /// <summary>The megabytes of packages that it needs on this machine, as far as that was measured.</summary>
    public int? DownloadSize { get; init; }

    /// <summary>What NuGet writes of a restore.</summary>
    public string Assets => Path.Combine(
        Path.GetDirectoryName(Target)!, "obj", Path.GetFileNameWithoutExtension(Project), "project.assets.json");

    /// <summary>What notebooks load.</summary>
    public static Publication Library(CourseFolders folders) => new(
        "the course library",
        Path.Combine(folders.Root, "lib", "LstmCourse", "LstmCourse.csproj"),
        folders.Library,
        [
            Path.Combine(folders.Root, "lib", "LstmCourse"),
            Path.Combine(folders.Root, "lib", "FusedRecurrent"),
            Path.Combine(folders.Root, "lib", "PlotlySvg"),
        ])
    {
        DownloadSize = Libtorch.System == "linux-x64" && Libtorch.Choice == "cpu" ? 230 : null,
    };

    /// <summary>
    /// The engine of .NET Interactive. It is published when a run first asks for it: learners never do, and it would cost each of them
    /// another 75 MB of packages.
    /// </summary>
    public static Publication Engine(CourseFolders folders) => new(
        "the second notebook engine",
        Path.Combine(folders.Root, "lib", "LstmCourse.DotNetInteractive", "LstmCourse.DotNetInteractive.csproj"),
        folders.Engine,
        [Path.Combine(folders.Root, "lib", "LstmCourse.DotNetInteractive"), Path.Combine(folders.Root, "lib", "LstmCourse.Notebooks")])
    {
        DownloadSize = 75,
    };
}
