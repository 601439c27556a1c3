using System.Formats.Tar;
using System.Text;
using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class ImdbArchiveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("imdb").FullName;

    private string Archive => Path.Combine(_folder, "archive.tar.gz");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_the_labelled_reviews_without_markup()
    {
        File.WriteAllBytes(Archive, ReviewArchives.Pack(ReviewArchives.Sound));
        Assert.Equal(
            [
                new("train/pos/0_9", "A joy. See it!", 9, 1), new("train/pos/1_7", "Fine – really…", 7, 1),
                new("train/neg/0_2", "Dull & long.", 2, 0),
                new("test/pos/0_10", "a JOY, see it", 10, 1), new("test/neg/0_4", "So so, and so on.", 4, 0),
            ],
            ImdbArchive.Read(Archive));
    }

    [Fact]
    public void Reads_bytes_that_are_not_UTF8_as_Windows_wrote_them()
    {
        byte[] text = [.. "caf"u8, 0xE9, .. " wasn"u8, 0x92, .. "t open"u8];
        var entry = new PaxTarEntry(TarEntryType.RegularFile, "aclImdb/train/pos/5_8.txt") { DataStream = new MemoryStream(text) };
        File.WriteAllBytes(Archive, ReviewArchives.Pack([entry, .. Entries(ReviewArchives.Sound)]));
        Assert.Equal("café wasn’t open", ImdbArchive.Read(Archive)[0].Text);
    }

    [Theory]
    [InlineData("../../evil.txt")]
    [InlineData("aclImdb/train/../../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("C:\\evil.txt")]
    [InlineData("..\\evil.txt")]
    public void Refuses_entries_that_climb_out_of_the_folder(string name)
    {
        File.WriteAllBytes(Archive, ReviewArchives.Pack([.. ReviewArchives.Sound, (name, "boo")]));
        Refuses("which climbs out of its folder");
        Assert.Equal([Archive], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public void Refuses_links(TarEntryType type)
    {
        var link = new PaxTarEntry(type, "aclImdb/train/pos/9_9.txt") { LinkName = "/etc/passwd" };
        File.WriteAllBytes(Archive, ReviewArchives.Pack([.. Entries(ReviewArchives.Sound), link]));
        Refuses("holds the link");
    }

    [Theory]
    [InlineData("train/pos")]
    [InlineData("train/neg")]
    [InlineData("test/pos")]
    [InlineData("test/neg")]
    public void Refuses_an_empty_part(string part)
    {
        File.WriteAllBytes(
            Archive, ReviewArchives.Pack(ReviewArchives.Sound.Where(file => !file.Name.Contains(part, StringComparison.Ordinal))));
        Refuses($"holds no reviews in {part}");
    }

    [Theory]
    [InlineData("aclImdb/train/pos/8_3.txt", "Good.", "wrong folder, its 3 stars are not positive")]
    [InlineData("aclImdb/test/neg/8_11.txt", "Bad.", "wrong folder, its 11 stars are not negative")]
    [InlineData("aclImdb/train/pos/8_9.txt", " <br /> ", "8_9.txt is empty")]
    public void Refuses_reviews_that_cannot_be_right(string name, string text, string expected)
    {
        File.WriteAllBytes(Archive, ReviewArchives.Pack([.. ReviewArchives.Sound, (name, text)]));
        Refuses(expected);
    }

    [Fact]
    public void Refuses_reviews_of_impossible_size()
    {
        File.WriteAllBytes(
            Archive, ReviewArchives.Pack([.. ReviewArchives.Sound, ("aclImdb/train/pos/8_9.txt", new string('a', 1_000_001))]));
        Refuses("is too large for a review (1000001 bytes unpacked)");
    }

    [Fact]
    public void Refuses_an_archive_that_is_cut_off_anywhere()
    {
        // At the very end are tar's end mark and the checksum: no review is missing without them.
        const int EndMark = 64;
        var random = new Random(3);
        var more = Enumerable.Range(0, 50).Select(
            i => ($"aclImdb/train/pos/{i + 10}_9.txt", string.Concat(Enumerable.Range(0, 200).Select(_ => (char)random.Next('a', 'z')))));
        var whole = ReviewArchives.Pack([.. ReviewArchives.Sound, .. more]);
        for (var length = 20; length < whole.Length - EndMark; length += 97)
        {
            File.WriteAllBytes(Archive, whole[..length]);
            Refuses("is cut off or damaged");
        }
    }

    [Fact]
    public void Refuses_an_archive_with_a_flipped_bit()
    {
        var bytes = ReviewArchives.Pack(ReviewArchives.Sound);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(Archive, bytes);
        Refuses("is cut off or damaged");
    }

    [Theory]
    [InlineData("\n<!DOCTYPE html>\n<html>", "is a web page, not an archive: it begins with \"<!DOCTYPE html>\"")]
    [InlineData("PK zip", "is not a .tar.gz archive")]
    [InlineData("", "is empty")]
    public void Refuses_other_files(string content, string expected)
    {
        File.WriteAllBytes(Archive, Encoding.UTF8.GetBytes(content));
        Refuses(expected);
    }

    [Fact]
    public void Names_the_missing_file() =>
        Assert.Contains(Archive, Assert.Throws<FileNotFoundException>(() => ImdbArchive.Read(Archive)).Message, StringComparison.Ordinal);

    private void Refuses(string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => ImdbArchive.Read(Archive)).Message, StringComparison.Ordinal);

    private static IEnumerable<TarEntry> Entries(IEnumerable<(string Name, string Text)> files) =>
        files.Select(file => ReviewArchives.Entry(file.Name, file.Text));
}
