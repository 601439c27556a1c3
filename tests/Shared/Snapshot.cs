using System.Runtime.CompilerServices;

namespace LstmCourse.Testing;

/// <summary>
/// Compares a text with a reviewed file beside the test: <c>Snapshots/TestClass.Name.EXT</c>.
/// A difference leaves <c>….received.EXT</c> beside it; look at it, then run with <c>UPDATE_SNAPSHOTS=1</c> to accept it.
/// </summary>
internal static class Snapshot
{
    public static void Match(string actual, string extension = "txt", [CallerFilePath] string file = "",
        [CallerMemberName] string name = "")
    {
        var folder = Path.Combine(SourceFolder(file), "Snapshots");
        var stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{name}");
        var (expectedPath, receivedPath) = ($"{stem}.{extension}", $"{stem}.received.{extension}");
        actual = actual.ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(expectedPath, actual);
            File.Delete(receivedPath);
            return;
        }

        var expected = File.Exists(expectedPath) ? File.ReadAllText(expectedPath).ReplaceLineEndings("\n") : null;
        if (expected == actual)
        {
            File.Delete(receivedPath);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedPath, actual);
        if (expected is null) Assert.Fail($"There is no snapshot yet. Look at {receivedPath} and accept it with UPDATE_SNAPSHOTS=1.");
        Assert.Equal(expected, actual);
    }

    // Deterministic builds may map the compiler's paths to "/_/…"; the repository's root takes its place.
    private static string SourceFolder(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (Directory.Exists(folder)) return folder;
        var tests = folder.IndexOf("tests", StringComparison.Ordinal);
        return Path.Combine(Repository.Root, folder[tests..]);
    }
}
