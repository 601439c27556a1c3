using System.Runtime.Versioning;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Testing;

namespace LstmCourse.Notebooks.Tests.Documents;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-atomic-").FullName;

    [Fact]
    public void A_file_is_created_and_replaced_and_nothing_stays_beside_it()
    {
        var path = Path.Combine(_folder, "a.ipynb");
        AtomicFile.WriteAllBytes(path, "one"u8);
        AtomicFile.WriteAllBytes(path, "two"u8);
        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_failing_write_leaves_the_old_file_and_no_rest()
    {
        // A folder with content cannot be replaced by a file: the last step fails.
        var path = Path.Combine(_folder, "target");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "inside"), "kept");

        Assert.ThrowsAny<Exception>(() => AtomicFile.WriteAllBytes(path, "new"u8));

        Assert.Equal("kept", File.ReadAllText(Path.Combine(path, "inside")));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    // Windows does not let a file be replaced while somebody reads it; the write fails there and the old file stays.
    [UnixFact]
    public async Task Whoever_reads_meanwhile_sees_whole_files_only()
    {
        var path = Path.Combine(_folder, "busy");
        var contents = new[] { new string('a', 200_000), new string('b', 100_000) };
        File.WriteAllText(path, contents[0]);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!done.IsCancellationRequested) Assert.Contains(File.ReadAllText(path), contents);
        });
        for (var i = 0; i < 50; i++) AtomicFile.WriteAllBytes(path, System.Text.Encoding.ASCII.GetBytes(contents[i % 2]));
        await done.CancelAsync();
        await reader;
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void The_mode_of_the_old_file_and_a_symbolic_link_survive()
    {
        var (path, link) = (Path.Combine(_folder, "real"), Path.Combine(_folder, "link"));
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(link, path);

        AtomicFile.WriteAllBytes(link, "new"u8);

        Assert.Equal(path, new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
