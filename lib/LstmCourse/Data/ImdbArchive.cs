using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using LstmCourse.Text;

namespace LstmCourse.Data;

/// <summary>
/// Reads a <c>.tar.gz</c> in the layout of the IMDB review archive: <c>aclImdb/{train,test}/{pos,neg}/ID_STARS.txt</c>. The reviews go
/// straight into memory; nothing is unpacked, so no entry can land outside a folder, and those that would try are refused.
/// </summary>
internal static partial class ImdbArchive
{
    // The longest review of the original has 14 kB, the whole of it 0.5 GB unpacked.
    private const long LargestEntry = 1_000_000, LargestArchive = 4_000_000_000;

    private static readonly string[] Parts = ["train/pos", "train/neg", "test/pos", "test/neg"];

    /// <summary>Reads the labelled reviews; <c>train/unsup</c> and other files are passed over.</summary>
    /// <returns>The reviews with ids such as <c>train/pos/17_9</c>, in the order of the archive, text without markup.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged, hostile or incomplete; the message says how.</exception>
    public static IReadOnlyList<Review> Read(string path, CancellationToken cancellation = default)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {Path.GetFullPath(path)}.", path);
        using var file = File.OpenRead(path);
        CheckSignature(file, path);

        var reviews = new List<Review>();
        using var content = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(content);
        long total = 0;
        while (Undamaged(path, () => tar.GetNextEntry()) is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            CheckEntry(entry, path);
            total += entry.Length;
            if (entry.Length > LargestEntry && LabelledReview().IsMatch(entry.Name) || total > LargestArchive)
            {
                throw new InvalidDataException(
                    $"{path}: {entry.Name} is too large for a review ({entry.Length} bytes unpacked). This is not the archive expected.");
            }

            if (ReadReview(entry, path) is { } review) reviews.Add(review);
        }

        // Reading to the end makes the decompressor compare its checksum.
        Undamaged(path, () => { content.CopyTo(Stream.Null); return content; });
        CheckParts(reviews, path);
        return reviews;
    }

    // What the decompressor and the tar reader throw says little to a learner.
    private static T Undamaged<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is cut off or damaged ({error.Message.TrimEnd('.')}). Fetch it again.", error);
        }
    }

    private static void CheckSignature(FileStream file, string path)
    {
        Span<byte> start = stackalloc byte[64];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (count >= 2 && start[0] == 0x1F && start[1] == 0x8B) return;

        var text = Encoding.Latin1.GetString(start[..count]).Trim();
        throw new InvalidDataException(text.StartsWith('<')
            ? $"{path} is a web page, not an archive: it begins with \"{text.Split('\n')[0].TrimEnd()}\". Download the file itself."
            : count == 0 ? $"{path} is empty. Download it again." : $"{path} is not a .tar.gz archive.");
    }

    private static void CheckEntry(TarEntry entry, string path)
    {
        var name = entry.Name.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            throw new InvalidDataException(
                $"{path} holds the entry \"{entry.Name}\", which climbs out of its folder. Do not use this archive.");
        }

        if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
        {
            throw new InvalidDataException(
                $"{path} holds the link \"{entry.Name}\", which the review archive never does. Do not use this archive.");
        }
    }

    private static Review? ReadReview(TarEntry entry, string path)
    {
        var match = LabelledReview().Match(entry.Name);
        if (!match.Success || entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) return null;

        var stars = int.Parse(match.Groups["stars"].ValueSpan, CultureInfo.InvariantCulture);
        var label = match.Groups["label"].ValueSpan is "pos" ? 1 : 0;
        if (label == 1 ? stars is < Review.PositiveFrom or > 10 : stars is < 1 or > Review.NegativeUpTo)
        {
            throw new InvalidDataException(
                $"{path}: {entry.Name} lies in the wrong folder, its {stars} stars are not {(label == 1 ? "positive" : "negative")}. "
                    + "This is not the archive expected.");
        }

        var text = CleanReview(Undamaged(path, () => ReadText(entry)));
        if (!text.Any(char.IsLetterOrDigit))
        {
            throw new InvalidDataException($"{path}: {entry.Name} is empty. This is not the archive expected.");
        }
        return new Review(match.Groups["id"].Value, text, stars, label);
    }

    private static string ReadText(TarEntry entry)
    {
        using var bytes = new MemoryStream();
        entry.DataStream?.CopyTo(bytes);
        if (bytes.Length != entry.Length) throw new EndOfStreamException($"{entry.Name} is not whole");
        try
        {
            return TextFile.StrictUtf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            // Written on Windows: as Latin-1 the special characters become control characters, which CleanText knows how to read.
            return Encoding.Latin1.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    private static string CleanReview(string text) => Spaces().Replace(CleanText.Repair(Markup.Strip(text)), " ").Trim();

    private static void CheckParts(List<Review> reviews, string path)
    {
        foreach (var part in Parts)
        {
            if (!reviews.Exists(review => review.Id.StartsWith(part + "/", StringComparison.Ordinal)))
            {
                throw new InvalidDataException(
                    $"{path} holds no reviews in {part}: expected files such as "
                        + $"aclImdb/{part}/12_{(part.EndsWith("pos", StringComparison.Ordinal) ? 9 : 2)}.txt.");
            }
        }
    }

    [GeneratedRegex(
        @"^(?:\./)?aclImdb/(?<id>(?:train|test)/(?<label>pos|neg)/[0-9]+_(?<stars>[0-9]{1,2}))\.txt$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelledReview();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
