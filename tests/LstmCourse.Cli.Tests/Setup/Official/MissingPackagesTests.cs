using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup.Official;

/// <summary>Where the official packages cannot be had.</summary>
public sealed class MissingPackagesTests
{
    [OfficialPlatformFact]
    public async Task The_first_missing_package_is_named_and_nothing_changes()
    {
        var empty = Directory.CreateTempSubdirectory("course feed ").FullName;
        using var repository = new TrialRepository([empty], "lib/official");
        var setup = new ProfileSetup(repository.Folders, RestoreLimits.Default, new ProgressRecorder());
        var e = await Assert.ThrowsAsync<OfficialProfileException>(() => setup.OfficialAsync("cpu", "test", default));
        Assert.Equal("TorchSharp 0.106.0 is in no package source (source1)", e.Message);
        Assert.Null(ProfileChoice.Read(repository.Folders));
        Assert.False(File.Exists(repository.Folders.Script));
        Directory.Delete(empty);
    }

    [OfficialPlatformFact]
    public async Task A_feed_that_hangs_is_given_up_after_the_limit()
    {
        // Takes connections and never answers.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v3/index.json";
        using var repository = new TrialRepository([address], "lib/official");
        var limit = TimeSpan.FromSeconds(5);
        var setup = new ProfileSetup(repository.Folders, RestoreLimits.Default with { Answer = limit }, new ProgressRecorder());
        var clock = Stopwatch.StartNew();
        var e = await Assert.ThrowsAsync<OfficialProfileException>(() => setup.OfficialAsync("cpu", "test", default));
        Assert.Equal("TorchSharp 0.106.0 cannot be restored: the package sources did not answer within 5 s", e.Message);
        Assert.InRange(clock.Elapsed, limit, limit + TimeSpan.FromSeconds(20));
        Assert.True(listener.Pending(), "the restore did not ask the feed");
    }

    [OfficialPlatformFact]
    public async Task A_feed_that_cannot_be_reached_is_named()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/v3/index.json";
        closed.Stop();
        using var repository = new TrialRepository([address], "lib/official");
        var setup = new ProfileSetup(repository.Folders, RestoreLimits.Default, new ProgressRecorder());
        var e = await Assert.ThrowsAsync<OfficialProfileException>(() => setup.OfficialAsync("cpu", "test", default));
        Assert.Equal($"TorchSharp 0.106.0 cannot be restored: the package source {address} cannot be reached", e.Message);
    }
}
