using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class FolderSwapTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-swap-").FullName;

    private string Target => Path.Combine(_folder, "course");

    [Fact]
    public void A_commit_puts_the_new_folder_in_place_and_leaves_nothing_else()
    {
        var swap = new FolderSwap(Target);
        foreach (var content in new[] { "first", "second" })
        {
            Fill(swap.NewFolder, content);
            swap.Commit();
            Assert.Equal(content, File.ReadAllText(Path.Combine(Target, "file")));
            Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
        }
    }

    [Fact]
    public void An_interruption_between_the_renames_is_mended()
    {
        Fill(Target + ".old", "old");
        Fill(Target + ".new", "half");
        new FolderSwap(Target).Recover();
        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "file")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void An_interruption_after_the_renames_leaves_the_new_folder()
    {
        Fill(Target + ".old", "old");
        Fill(Target, "new");
        var swap = new FolderSwap(Target);
        swap.Recover();
        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "file")));
        Fill(swap.NewFolder, "newer");
        swap.Commit();
        Assert.Equal("newer", File.ReadAllText(Path.Combine(Target, "file")));
        Assert.Equal([Target], Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Fill(string folder, string content)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "file"), content);
    }
}
