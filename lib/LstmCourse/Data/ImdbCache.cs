using System.Text.Json;
namespace LstmCourse.Data;

/// <summary>The reviews of an archive as two CSV files and a summary in one folder, replaced as a whole.</summary>
/// <param name="folder">The folder.</param>
internal sealed class ImdbCache(string folder)
{
    private const ulong ShuffleSeed = 1;

    private string SummaryPath => Path.Combine(folder, "summary.json");

    /// <summary>Whether reviews were stored.</summary>
    public bool Exists => File.Exists(SummaryPath);

    /// <summary>Stores reviews; what was there before stays until the new files are complete.</summary>
    public ImdbSummary Store(IReadOnlyList<Review> reviews, string archive, string sha256, bool isOriginal)
    {
        var (train, test) = (PartOf(reviews, "train/"), PartOf(reviews, "test/"));
        var (groups, across) = CountDuplicates(reviews);
        var summary = new ImdbSummary(archive, sha256, isOriginal, train.Length, test.Length, groups, across);

        var (beside, earlier) = ($"{folder}.{Guid.NewGuid():N}.tmp", $"{folder}.{Guid.NewGuid():N}.old");
        try
        {
            ReviewCorpus.Save(Path.Combine(beside, "train.csv"), train);
            ReviewCorpus.Save(Path.Combine(beside, "test.csv"), test);
            AtomicFile.Write(Path.Combine(beside, "summary.json"), stream => JsonSerializer.Serialize(stream, summary));
            if (Directory.Exists(folder)) Directory.Move(folder, earlier);
            Directory.Move(beside, folder);
        }
        finally
        {
            if (!Directory.Exists(folder) && Directory.Exists(earlier)) Directory.Move(earlier, folder);
            foreach (var left in new[] { beside, earlier })
            {
                if (Directory.Exists(left)) Directory.Delete(left, recursive: true);
            }
        }

        return summary;
    }

    /// <summary>Loads what was stored.</summary>
    public ImdbReviews Load()
    {
        try
        {
            var summary = JsonSerializer.Deserialize<ImdbSummary>(File.ReadAllText(SummaryPath))!;
            var reviews = new ImdbReviews(
                ReviewCorpus.Load(Path.Combine(folder, "train.csv")), ReviewCorpus.Load(Path.Combine(folder, "test.csv")), summary);
            if (reviews.Train.Count == summary.TrainCount && reviews.Test.Count == summary.TestCount) return reviews;
            throw new InvalidDataException(
                $"{folder} holds {reviews.Train.Count} and {reviews.Test.Count} reviews where its summary has {summary.TrainCount} and "
                    + $"{summary.TestCount}.");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or FileNotFoundException)
        {
            throw new InvalidDataException(
                $"The stored reviews are damaged ({error.Message.TrimEnd('.')}). Store them again with Imdb.Fetch()", error);
        }
    }

    // The archive lists the positive reviews first; whoever takes the first thousand would get one label only.
    private static Review[] PartOf(IReadOnlyList<Review> reviews, string prefix)
    {
        var part = reviews
            .Where(review => review.Id.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(review => review.Id, StringComparer.Ordinal)
            .ToArray();
        new SeededRandom(ShuffleSeed).Shuffle<Review>(part);
        return part;
    }

    private static (int Groups, int Across) CountDuplicates(IReadOnlyList<Review> reviews)
    {
        var groups = reviews.GroupBy(review => Splits.NormalizedText(review.Text)).Where(group => group.Skip(1).Any()).ToArray();
        return (groups.Length, groups.Count(group => group.Select(review => review.Id[..4]).Distinct().Count() > 1));
    }
}
