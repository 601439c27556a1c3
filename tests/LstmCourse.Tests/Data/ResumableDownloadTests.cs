using System.Security.Cryptography;
using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class ResumableDownloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("download").FullName;
    private readonly HttpClient _client = new();
    private readonly byte[] _content = new byte[300_000];

    public ResumableDownloadTests() => new Random(1).NextBytes(_content);

    private string Target => Path.Combine(_folder, "cache", "archive.tar.gz");

    private string Part => Target + ".part";

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Fetches_verifies_and_does_not_fetch_twice()
    {
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content));
        var progress = new Recorder();
        Assert.True(await Download(server).FetchAsync(Target, progress, CancellationToken.None));
        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.False(File.Exists(Part));
        Assert.Equal(new DownloadProgress(_content.Length, _content.Length), progress.Reports[^1]);
        Assert.Equal(progress.Reports.Select(report => report.Received).Order(), progress.Reports.Select(report => report.Received));

        Assert.False(await Download(server).FetchAsync(Target, null, CancellationToken.None));
        Assert.Single(server.Ranges);
    }

    [Fact]
    public async Task Goes_on_where_the_connection_broke()
    {
        var requests = 0;
        using var server = new LoopbackServer(
            context => LoopbackServer.SendAsync(context, _content, closeAfter: requests++ == 0 ? 120_000 : null));
        var error = await Assert.ThrowsAnyAsync<IOException>(() => Download(server).FetchAsync(Target, null, CancellationToken.None));
        Assert.Contains("of 0.3 MB", error.Message, StringComparison.Ordinal);
        Assert.Contains("goes on from there", error.Message, StringComparison.Ordinal);
        var have = new FileInfo(Part).Length;
        Assert.InRange(have, 1, 120_000);
        Assert.False(File.Exists(Target));

        Assert.True(await Download(server).FetchAsync(Target, null, CancellationToken.None));
        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal(["", $"bytes={have}-"], server.Ranges);
    }

    [Fact]
    public async Task Starts_anew_with_a_server_that_cannot_resume()
    {
        WritePart(_content[..1_000]);
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content, honoursRange: false));
        await Download(server).FetchAsync(Target, null, CancellationToken.None);
        Assert.Equal(_content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task Finishes_a_part_that_was_complete_without_asking_again()
    {
        WritePart(_content);
        using var server = new LoopbackServer(_ => throw new InvalidOperationException());
        await Download(server).FetchAsync(Target, null, CancellationToken.None);
        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Empty(server.Ranges);
    }

    [Fact]
    public async Task Refuses_content_with_another_checksum_and_leaves_nothing_of_it()
    {
        WritePart(new byte[1_000]);
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content));
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Download(server).FetchAsync(Target, null, CancellationToken.None));
        Assert.Contains("its SHA-256 differs", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Theory]
    [InlineData(404, "application/gzip", "answers 404")]
    [InlineData(503, "text/html", "answers 503")]
    [InlineData(200, "text/html; charset=utf-8", "answers with a web page in place of the archive")]
    [InlineData(200, "application/gzip", "offers 5 bytes where 300000 were expected")]
    public async Task Refuses_answers_that_are_not_the_file(int status, string type, string expected)
    {
        using var server = new LoopbackServer(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.ContentLength64 = 5;
            await context.Response.OutputStream.WriteAsync("<html"u8.ToArray());
            context.Response.Close();
        });
        var error = await Assert.ThrowsAsync<IOException>(() => Download(server).FetchAsync(Target, null, CancellationToken.None));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Part) || File.Exists(Target));
    }

    [Fact]
    public async Task Gives_up_when_nothing_comes()
    {
        using var gate = new SemaphoreSlim(0);
        using var server = new LoopbackServer(async context =>
        {
            context.Response.ContentLength64 = _content.Length;
            await context.Response.OutputStream.WriteAsync(_content.AsMemory(0, 10_000));
            await context.Response.OutputStream.FlushAsync();
            await gate.WaitAsync();
        });
        var download = new ResumableDownload(_client, Source(server.Address)) { StallTimeout = TimeSpan.FromMilliseconds(300) };
        var error = await Assert.ThrowsAsync<IOException>(() => download.FetchAsync(Target, null, CancellationToken.None));
        Assert.Contains("nothing came for 0 seconds", error.Message, StringComparison.Ordinal);
        gate.Release();
    }

    [Fact]
    public async Task Says_that_a_server_cannot_be_reached()
    {
        Uri nobody;
        using (var server = new LoopbackServer(_ => Task.CompletedTask)) nobody = server.Address;
        var error = await Assert.ThrowsAsync<IOException>(
            () => new ResumableDownload(_client, Source(nobody)).FetchAsync(Target, null, CancellationToken.None));
        Assert.Contains("The connection to 127.0.0.1 failed after 0.0 of 0.3 MB", error.Message, StringComparison.Ordinal);
    }

    [FullDiskFact]
    public async Task A_full_disk_is_said_in_plain_words()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.CreateSymbolicLink(Part, FullDiskFactAttribute.Device);
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content));
        var error = await Assert.ThrowsAsync<IOException>(() => Download(server).FetchAsync(Target, null, CancellationToken.None));
        Assert.Contains("The disk is full after 0.0 of 0.3 MB. Free some space and repeat", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Keeps_what_has_arrived_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content));
        var progress = new Recorder(report => cancellation.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Download(server).FetchAsync(Target, progress, cancellation.Token));
        Assert.True(new FileInfo(Part).Length > 0);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public void The_original_is_known_by_size_and_checksum()
    {
        Assert.Equal("aclImdb_v1.tar.gz", Imdb.Original.FileName);
        Assert.Equal((84_125_825L, 64), (Imdb.Original.Size, Imdb.Original.Sha256.Length));
    }

    private ResumableDownload Download(LoopbackServer server) => new(_client, Source(server.Address));

    private ArchiveSource Source(Uri address) => new(address, _content.Length, Convert.ToHexStringLower(SHA256.HashData(_content)));

    private void WritePart(byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllBytes(Part, bytes);
    }

    private sealed class Recorder(Action<DownloadProgress>? then = null) : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> Reports { get; } = [];

        public void Report(DownloadProgress value)
        {
            Reports.Add(value);
            then?.Invoke(value);
        }
    }
}
