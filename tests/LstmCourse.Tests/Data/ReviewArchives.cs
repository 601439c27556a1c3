using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace LstmCourse.Tests.Data;

/// <summary>Makes small archives in the layout of the real one.</summary>
internal static class ReviewArchives
{
    public static (string Name, string Text)[] Sound =>
    [
        ("aclImdb/README", "about"),
        ("aclImdb/train/unsup/0_0.txt", "not labelled"),
        ("aclImdb/train/pos/0_9.txt", "A joy.<br /><br />See it!"),
        ("aclImdb/train/pos/1_7.txt", "Fine \u0096 really\u0085"),
        ("aclImdb/train/neg/0_2.txt", "Dull &amp; long."),
        ("aclImdb/test/pos/0_10.txt", "a JOY, see it"),
        ("aclImdb/test/neg/0_4.txt", "So so, and so on."),
    ];

    public static byte[] Pack(params IEnumerable<(string Name, string Text)> files) =>
        Pack(files.Select(file => Entry(file.Name, file.Text)));

    public static TarEntry Entry(string name, string text) =>
        new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) };

    public static byte[] Pack(IEnumerable<TarEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(new GZipStream(bytes, CompressionLevel.Optimal), TarEntryFormat.Pax))
        {
            foreach (var entry in entries) tar.WriteEntry(entry);
        }

        return bytes.ToArray();
    }
}
