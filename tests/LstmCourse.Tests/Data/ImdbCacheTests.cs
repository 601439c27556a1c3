using LstmCourse.Data;

namespace LstmCourse.Tests.Data;

public sealed class ImdbCacheTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("imdb").FullName;

    private string CachePath => Path.Combine(_folder, "imdb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Comes_back_as_it_was_stored_and_reports_duplicates()
    {
        var reviews = Reviews();
        var summary = new ImdbCache(CachePath).Store(reviews, "a.tar.gz", "abc", isOriginal: false);
        var loaded = new ImdbCache(CachePath).Load();

        var expected = new ImdbSummary("a.tar.gz", "abc", false, TrainCount: 3, TestCount: 2, DuplicateGroups: 1,
            DuplicateGroupsAcrossParts: 1);
        Assert.Equal(expected, summary);
        Assert.Equal(summary, loaded.Summary);
        Assert.Equal(reviews.OrderBy(review => review.Id, StringComparer.Ordinal),
            loaded.Train.Concat(loaded.Test).OrderBy(review => review.Id, StringComparer.Ordinal));
        Assert.All(loaded.Test, review => Assert.StartsWith("test/", review.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_are_mixed_whatever_the_order_of_the_archive()
    {
        Review[] sorted =
        [
            .. Enumerable.Range(10, 100).Select(i => new Review($"train/pos/{i}_9", $"text {i}", 9, 1)),
            .. Enumerable.Range(10, 100).Select(i => new Review($"train/neg/{i}_1", $"other text {i}", 1, 0)),
            .. Reviews(),
        ];
        new ImdbCache(CachePath).Store(sorted, "a", "b", isOriginal: true);
        var train = new ImdbCache(CachePath).Load().Train;
        Assert.InRange(train.Take(100).Count(review => review.Label == 1), 30, 70);

        new ImdbCache(CachePath).Store([.. sorted.Reverse()], "a", "b", isOriginal: true);
        Assert.Equal(train, new ImdbCache(CachePath).Load().Train);
    }

    [Fact]
    public void What_was_stored_stays_when_storing_again_fails()
    {
        var cache = new ImdbCache(CachePath);
        cache.Store(Reviews(), "a", "b", isOriginal: true);
        Assert.Throws<System.Text.EncoderFallbackException>(
            () => cache.Store([.. Reviews(), new Review("test/pos/9_9", "half \ud83d", 9, 1)], "c", "d", isOriginal: true));
        Assert.Equal("a", cache.Load().Summary.Archive);
        Assert.Equal([CachePath], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Says_how_to_mend_damaged_files()
    {
        var cache = new ImdbCache(CachePath);
        cache.Store(Reviews(), "a", "b", isOriginal: true);
        File.WriteAllText(Path.Combine(CachePath, "test.csv"), "id,text,stars,label\nx,y,9,1\n");
        Assert.Contains("Store them again with Imdb.Fetch()", Assert.Throws<InvalidDataException>(() => cache.Load()).Message,
            StringComparison.Ordinal);
        File.Delete(Path.Combine(CachePath, "test.csv"));
        Assert.Contains("Store them again", Assert.Throws<InvalidDataException>(() => cache.Load()).Message, StringComparison.Ordinal);
    }

    private static Review[] Reviews() =>
    [
        new("train/pos/0_9", "A joy. See it!", 9, 1), new("train/pos/1_7", "Fine", 7, 1), new("train/neg/0_2", "Dull", 2, 0),
        new("test/pos/0_10", "a JOY, see it", 10, 1), new("test/neg/0_4", "So so", 4, 0),
    ];
}
