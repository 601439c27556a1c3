using System.Net;
using System.Security.Cryptography;
using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class ArchiveDownloadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("download").FullName;
    private readonly HttpClient _client = new();
    private readonly byte[] _content = new byte[300_000];
    private readonly List<string> _said = [];

    public ArchiveDownloadTests() => new Random(1).NextBytes(_content);

    private string Target => Path.Combine(_folder, "cache", "archive.tar.gz");

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Fetches_verifies_and_does_not_fetch_twice()
    {
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content));
        Fetch(server);
        Fetch(server);

        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal(1, server.Requests);
        Assert.Equal(["Fetching archive.tar.gz (0 MB) …"], _said);
    }

    [Fact]
    public void Tries_again_where_the_connection_broke()
    {
        var requests = 0;
        using var server = new LoopbackServer(
            context => LoopbackServer.SendAsync(context, _content, closeAfter: requests++ == 0 ? 120_000 : null));
        Fetch(server);

        Assert.Equal(_content, File.ReadAllBytes(Target));
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public void Gives_up_after_three_attempts_says_what_to_do_and_leaves_nothing()
    {
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, _content, closeAfter: 1_000));
        var error = Assert.ThrowsAny<IOException>(() => Fetch(server));

        Assert.Contains("3 times", error.Message, StringComparison.Ordinal);
        Assert.Contains("Imdb.Import", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests);
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(300_500)]
    public void Refuses_another_file_and_leaves_nothing_of_it(int length)
    {
        var other = new byte[length];
        using var server = new LoopbackServer(context => LoopbackServer.SendAsync(context, other));
        var error = Assert.Throws<InvalidDataException>(() => Fetch(server));

        Assert.Contains("is not archive.tar.gz as it was published", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_damaged_file_from_before_is_fetched_anew_and_a_refusal_of_the_server_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllBytes(Target, new byte[300_000]);
        using var server = new LoopbackServer(context =>
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            context.Response.Close();
            return Task.CompletedTask;
        });

        Assert.Contains("404", Assert.ThrowsAny<IOException>(() => Fetch(server)).Message, StringComparison.Ordinal);
    }

    private void Fetch(LoopbackServer server)
    {
        var source = new ArchiveSource(server.Address, _content.Length, Convert.ToHexStringLower(SHA256.HashData(_content)));
        new ArchiveDownload(_client, source).Fetch(Target, _said.Add);
    }
}
