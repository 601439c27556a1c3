using System.Diagnostics;
using System.Globalization;
using LstmCourse.Data;
using LstmCourse.Training;

namespace LstmCourse.Bench.Sentiment;

/// <summary>How good the LSTM is on reviews it has not seen, and how good simple opponents are.</summary>
internal static class SentimentBench
{
    private const string Usage =
        "expected: sentiment [imdb|generated] [SEED]. imdb: the 50,000 real reviews, fetched (84 MB) if they are not here yet";

    /// <summary>Trains on the reviews that the arguments name and prints the scores.</summary>
    /// <returns>The process's exit code.</returns>
    public static int Run(string[] arguments)
    {
        var data = arguments is [var first, ..] ? first : "imdb";
        var seed = new TrainerOptions().Seed;
        if (data is not ("imdb" or "generated") || arguments.Length > 2
            || (arguments.Length == 2 && !int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var (reviews, settings) = data == "imdb" ? Real() : Generated();
        Console.WriteLine(reviews);
        var clock = Stopwatch.StartNew();
        var comparison = SentimentComparison.Run(reviews, settings with { Training = settings.Training with { Seed = seed } },
            Console.WriteLine);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{comparison.ToTable()}\nepoch {comparison.History.Best.Epoch} of {comparison.History.Epochs.Count}, "
                + $"{clock.Elapsed.TotalSeconds:0} s in all"));
        return 0;
    }

    private static (Split<Review> Reviews, SentimentSettings Settings) Generated() =>
        (Splits.Stratified(ReviewCorpus.LoadGenerated(), validation: 0.1, test: 0.2), SentimentSettings.GeneratedReviews);

    private static (Split<Review> Reviews, SentimentSettings Settings) Real()
    {
        if (!Imdb.IsAvailable) Imdb.Fetch();
        var imdb = Imdb.Load();
        return (Splits.WithGivenTest(imdb.Train, imdb.Test), SentimentSettings.RealReviews);
    }
}
