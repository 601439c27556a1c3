namespace LstmCourse.Cli;

/// <summary>Where things lie in the repository.</summary>
/// <param name="Root">The folder with <c>LstmCourse.sln</c>.</param>
internal sealed record CourseFolders(string Root)
{
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The folder for the learner's own copies; it is not committed.</summary>
    public string Learn => Path.Combine(Root, "learn");

    /// <summary>The folder for everything that is made and not committed.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The course library with everything it needs, as the notebooks load it.</summary>
    public string Library => Path.Combine(Artifacts, "course");

    /// <summary>The script that every notebook's first cell loads; it leads to <see cref="Library"/>.</summary>
    public string Script => Library + ".csx";

    /// <summary>The host of the second notebook engine, where it has been published.</summary>
    public string Engine => Path.Combine(Artifacts, "dotnet-interactive");

    /// <summary>The file that lets one set-up at a time into the clone.</summary>
    public string SetupLock => Path.Combine(Artifacts, "setup.lock");

    /// <summary>The repository this program was built from.</summary>
    /// <exception cref="CommandException">The program was moved out of its repository.</exception>
    public static CourseFolders Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LstmCourse.sln"))) return new CourseFolders(folder.FullName);
        }

        throw new CommandException(
            $"expected LstmCourse.sln in a folder above {AppContext.BaseDirectory}. Start the command with ./course in a clone of the "
                + $"repository.");
    }
}
