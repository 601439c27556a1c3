namespace LstmCourse.Testing;

/// <summary>Finds files of the repository from a test, wherever the test assembly was built to.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>LstmCourse.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the repository's root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LstmCourse.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"LstmCourse.sln was not found above {AppContext.BaseDirectory}");
    }
}
