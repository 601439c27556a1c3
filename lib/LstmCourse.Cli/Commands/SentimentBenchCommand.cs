using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LstmCourse.Data;
using LstmCourse.Training;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course bench sentiment</c>: how good the LSTM is on reviews it has not seen, and how good simple opponents are.</summary>
internal static class SentimentBenchCommand
{
    private const string Real = "imdb", Generated = "generated";

    public static Command Create(Option<bool> json)
    {
        var data = new Option<string>("--data")
        {
            Description = $"The reviews: '{Real}', once `course data imdb` has fetched them, or '{Generated}', which ship with the course.",
            DefaultValueFactory = _ => Real,
            HelpName = $"{Real}|{Generated}",
        };
        data.AcceptOnlyFromAmong(Real, Generated);
        var seed = OptionTypes.Count("--seed", "Where the random numbers begin.", new TrainerOptions().Seed);
        var epochs = OptionTypes.Count("--epochs", "The most passes over the training reviews.", SentimentSettings.RealReviews.Training.Epochs);
        var command = new Command("sentiment", "Train the LSTM and a logistic regression on reviews, and score both on others.") { data, seed, epochs };
        command.SetAction((arguments, cancellation) =>
            Run(arguments.GetValue(data)!, arguments.GetValue(seed), arguments.GetValue(epochs), arguments.GetValue(json), cancellation));
        return command;
    }

    private static Task<int> Run(string data, int seed, int epochs, bool json, CancellationToken cancellation)
    {
        var (reviews, settings) = Load(data);
        settings = settings with { Training = settings.Training with { Seed = seed, Epochs = epochs } };
        if (!json) Console.Out.WriteLine(reviews);

        var clock = Stopwatch.StartNew();
        var comparison = SentimentComparison.Run(reviews, settings, json ? _ => { } : Console.Out.WriteLine, cancellation);
        if (json) Console.Out.WriteLine(ToJson(data, seed, reviews, comparison));
        else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{comparison.ToTable()}\n{Duration(comparison, clock.Elapsed)}"));
        return Task.FromResult(0);
    }

    private static (Split<Review> Reviews, SentimentSettings Settings) Load(string data)
    {
        if (data == Generated) return (Splits.Stratified(ReviewCorpus.LoadGenerated(), validation: 0.1, test: 0.2), SentimentSettings.GeneratedReviews);
        try
        {
            var imdb = Imdb.Load();
            return (Splits.WithGivenTest(imdb.Train, imdb.Test), SentimentSettings.RealReviews);
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw new CommandException(error.Message);
        }
    }

    private static string Duration(SentimentComparison comparison, TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {comparison.History.Best.Epoch} of {comparison.History.Epochs.Count}, {comparison.History.TokensPerSecond:N0} words a second in training, {time.TotalSeconds:0} s in all");

    private static string ToJson(string data, int seed, Split<Review> reviews, SentimentComparison comparison)
    {
        static object Scores(ConfusionMatrix matrix) =>
            new { accuracy = matrix.Accuracy, precision = matrix.Precision(), recall = matrix.Recall(), f1 = matrix.F1() };
        return JsonSerializer.Serialize(new
        {
            data,
            seed,
            train = reviews.Train.Count,
            validation = reviews.Validation.Count,
            test = reviews.Test.Count,
            majority = comparison.Majority,
            logisticRegression = Scores(comparison.BagOfWords),
            lstm = Scores(comparison.Lstm),
            bestEpoch = comparison.History.Best.Epoch,
            validationAccuracy = comparison.History.Best.ValidationMetric,
            wordsPerSecond = comparison.History.TokensPerSecond,
        });
    }
}
