namespace LstmCourse.Testing;

/// <summary>Programs from elsewhere that tests use as judges.</summary>
internal static class Peers
{
    /// <summary>
    /// Whether a test may be skipped where its judge is not installed: everywhere but on a build server, which sets CI, under Linux,
    /// where <c>.ci/run</c> installs them.
    /// </summary>
    public static bool MayBeMissing => !OperatingSystem.IsLinux() || string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
