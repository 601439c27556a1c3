namespace LstmCourse.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atomic").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_earlier_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "file.txt");
        AtomicFile.Write(path, stream => stream.Write("first"u8));
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("second"u8);
            throw new InvalidOperationException();
        }));

        Assert.Equal("first", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public void A_full_disk_is_said_in_plain_words(int systemError)
    {
        var path = Path.Combine(_folder, "file.txt");
        AtomicFile.Write(path, stream => stream.Write("first"u8));
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(path, _ => throw new IOException("no space", systemError)));

        Assert.Contains("The disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal("first", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }
}
