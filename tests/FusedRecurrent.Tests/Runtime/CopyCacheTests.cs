using FusedRecurrent.Runtime;

namespace FusedRecurrent.Tests.Runtime;

public sealed class CopyCacheTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];
    private readonly string _folder = Directory.CreateTempSubdirectory("cache-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Cache => Path.Combine(_folder, "a", "FusedRecurrent");

    [Fact]
    public void A_copy_is_written_once_under_its_version_and_hash()
    {
        var path = new CopyCache([Cache], "0.107.0").Keep(Content, "libx");
        var written = File.GetLastWriteTimeUtc(path);

        Assert.Matches(@"^libx-0\.107\.0-[0-9a-f]{16}\.so$", Path.GetFileName(path));
        Assert.Equal(path, new CopyCache([Cache], "0.107.0").Keep(Content, "libx"));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.Equal(Content, File.ReadAllBytes(path));
        Assert.NotEqual(path, new CopyCache([Cache], "0.107.0").Keep(Content[1..], "libx"));
    }

    [Fact]
    public void The_version_in_the_names_is_torchsharps() =>
        Assert.Equal(typeof(torch).Assembly.GetName().Version!.ToString(3), CopyCache.TorchSharpVersion());

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(300_000)]
    public void A_damaged_copy_is_made_anew(int length)
    {
        var cache = new CopyCache([Cache], "1");
        var path = cache.Keep(Content, "libx");
        var damaged = Content[..length];
        if (length > 0) damaged[length / 2] ^= 1;
        File.WriteAllBytes(path, damaged);

        Assert.Equal(path, cache.Keep(Content, "libx"));
        Assert.Equal(Content, File.ReadAllBytes(path));
    }

    [Fact]
    public void Several_writers_at_once_leave_one_whole_file()
    {
        var paths = new string[32];
        Parallel.For(0, paths.Length, new() { MaxDegreeOfParallelism = 8 }, i =>
        {
            paths[i] = new CopyCache([Cache], "1").Keep(Content, "libx");
            Assert.Equal(Content, File.ReadAllBytes(paths[i]));
        });

        Assert.Single(paths.Distinct());
        Assert.Single(Directory.GetFileSystemEntries(Cache));
    }

    [Fact]
    public void Where_A_folder_cannot_be_written_to_the_next_is_taken()
    {
        var taken = Path.Combine(_folder, "file");
        File.WriteAllText(taken, "no folder");
        var path = new CopyCache([Path.Combine(taken, "FusedRecurrent"), Cache], "1").Keep(Content, "libx");

        Assert.Equal(Cache, Path.GetDirectoryName(path));
    }

    [Fact]
    public void A_folder_that_others_may_write_to_is_not_trusted()
    {
        if (OperatingSystem.IsWindows()) return;
        var open = Directory.CreateDirectory(Path.Combine(_folder, "open")).FullName;
        File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);

        Assert.Equal(Cache, Path.GetDirectoryName(new CopyCache([open, Cache], "1").Keep(Content, "libx")));
    }

    [Fact]
    public void Where_no_folder_can_be_written_to_one_line_says_so()
    {
        var taken = Path.Combine(_folder, "file");
        File.WriteAllText(taken, "no folder");

        var cache = new CopyCache([Path.Combine(taken, "x")], "1");

        var message = Assert.Throws<TorchRuntimeException>(() => cache.Keep(Content, "libx")).Message;

        Assert.StartsWith($"expected to write 292 KB into one of {Path.Combine(taken, "x")}; ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_copy_that_cannot_be_put_in_place_leaves_no_rest_behind()
    {
        var path = new CopyCache([Cache], "1").Keep(Content, "libx");
        File.Delete(path);
        Directory.CreateDirectory(path);

        Assert.Throws<TorchRuntimeException>(() => new CopyCache([Cache], "1").Keep(Content, "libx"));
        Assert.Equal([path], Directory.GetFileSystemEntries(Cache));
    }
}
