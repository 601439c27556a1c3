using System.Security.Cryptography;

namespace LstmCourse.Data;

/// <summary>
/// The 50,000 labelled film reviews of Maas and others ("Learning word vectors for sentiment analysis", ACL 2011). They are not part of
/// the course: <see cref="Fetch"/> brings them into a cache folder.
/// </summary>
public static class Imdb
{
    /// <summary>The original archive.</summary>
    internal static ArchiveSource Original { get; } = new(
        new Uri("https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz"),
        84_125_825,
        "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe");

    /// <summary>Where the archive lies after its download.</summary>
    public static string ArchivePath => Path.Combine(CacheFolder.Path, Original.FileName);

    /// <summary>Whether reviews were fetched or taken over already.</summary>
    public static bool IsAvailable => Cache.Exists;

    private static ImdbCache Cache => new(Path.Combine(CacheFolder.Path, "imdb"));

    /// <summary>Loads the reviews: markup is gone, control characters are repaired, the order is random and always the same.</summary>
    /// <exception cref="FileNotFoundException">They have not been fetched yet.</exception>
    /// <exception cref="InvalidDataException">The stored files are damaged.</exception>
    public static ImdbReviews Load() => IsAvailable
        ? Cache.Load()
        : throw new FileNotFoundException(
            "The IMDB reviews are not on this machine. Fetch them (84 MB) with Imdb.Fetch(), or take over an archive with "
                + $"Imdb.Import(path). Looked in {CacheFolder.Path}.");

    /// <summary>Fetches the original archive (84 MB) and takes it over. What was fetched before is not fetched again.</summary>
    /// <param name="say">Hears what is being done, a line at a time; null for the console.</param>
    /// <param name="cancellation">Stops it; what was stored before stays.</param>
    /// <exception cref="IOException">The server cannot be reached, or the disk is full.</exception>
    /// <exception cref="InvalidDataException">What arrived is not the archive.</exception>
    public static ImdbSummary Fetch(Action<string>? say = null, CancellationToken cancellation = default)
    {
        say ??= Console.WriteLine;
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("LstmCourse/1.0");
        new ArchiveDownload(client, Original).Fetch(ArchivePath, say, cancellation);
        say("Reading the reviews …");
        return Import(ArchivePath, cancellation);
    }

    /// <summary>
    /// Takes over an archive that was fetched in another way. One with other content but the same layout is let through and noted in the
    /// summary.
    /// </summary>
    /// <param name="archivePath">A <c>.tar.gz</c> file with <c>aclImdb/{train,test}/{pos,neg}/ID_STARS.txt</c>.</param>
    /// <param name="cancellation">Stops it; what was stored before stays.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no such archive, or is damaged.</exception>
    public static ImdbSummary Import(string archivePath, CancellationToken cancellation = default)
    {
        var reviews = ImdbArchive.Read(archivePath, cancellation);
        using var file = File.OpenRead(archivePath);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        return Cache.Store(reviews, Path.GetFileName(archivePath), sha256, sha256 == Original.Sha256);
    }
}
