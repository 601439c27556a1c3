namespace LstmCourse.Data;

/// <summary>The folder for data that is fetched on demand and never committed.</summary>
public static class CacheFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "LSTMCOURSE_CACHE";

    /// <summary>
    /// The folder that <c>LSTMCOURSE_CACHE</c> names, or the user's own: <c>~/.cache/lstmcourse</c> on Linux (<c>XDG_CACHE_HOME</c> is
    /// honoured), <c>~/Library/Caches/lstmcourse</c> on macOS, <c>%LOCALAPPDATA%\lstmcourse</c> on Windows. It need not exist yet.
    /// </summary>
    public static string Path => Given(Variable) is { } chosen
        ? System.IO.Path.GetFullPath(chosen)
        : System.IO.Path.Combine(UsersCache(), "lstmcourse");

    private static string UsersCache()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(home, "Library", "Caches")
            : Given("XDG_CACHE_HOME") ?? System.IO.Path.Combine(home, ".cache");
    }

    private static string? Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
