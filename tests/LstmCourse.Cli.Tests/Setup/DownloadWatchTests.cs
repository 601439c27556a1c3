using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class DownloadWatchTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("course cache ").FullName;
    private readonly DateTime _since = DateTime.UtcNow.AddMinutes(-1);

    [Fact]
    public void What_has_come_is_counted_and_the_largest_that_is_coming_is_named()
    {
        Write("nupkg_old.1.0.0.dat", 9_000_000, minutesAgo: 60);
        Assert.Null(DownloadWatch.Describe(_cache, _since));

        Write("nupkg_done.1.0.0.dat", 3_000_000);
        Assert.Equal("3 MB fetched", DownloadWatch.Describe(_cache, _since));

        Write("nupkg_libtorch-cpu-linux-x64.2.10.0.dat-new", 2_000_000);
        Write("nupkg_small.1.0.0.dat-new", 1_000_000);
        Assert.Equal("6 MB fetched, now libtorch-cpu-linux-x64.2.10.0", DownloadWatch.Describe(_cache, _since));
    }

    [Fact]
    public void A_cache_that_is_not_there_yet_says_nothing() => Assert.Null(DownloadWatch.Describe(Path.Combine(_cache, "none"), _since));

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    private void Write(string name, int size, int minutesAgo = 0)
    {
        var path = Path.Combine(_cache, name);
        File.WriteAllBytes(path, new byte[size]);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-minutesAgo));
    }
}
