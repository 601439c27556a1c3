using System.CommandLine;
using System.Globalization;
using LstmCourse.Data;
using Spectre.Console;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course data</c>: fetches and regenerates what the course learns from.</summary>
internal static class DataCommand
{
    public static Command Create() =>
        new("data", "Fetch the real film reviews, or write the generated ones anew.") { CreateImdb(), CreateReviews() };

    private static Command CreateImdb()
    {
        var from = new Option<string?>("--from")
        {
            Description = "Take over this archive instead of fetching it. Others than the original are let through with a note.",
            HelpName = "FILE",
        };
        var command = new Command(
            "imdb",
            $"Fetch the 50,000 film reviews of the IMDB archive (84 MB) into {CacheFolder.Variable} or the user's cache folder. "
                + "An interrupted download goes on where it stopped.")
        {
            from,
        };
        command.SetAction((arguments, cancellation) => TellingWhy(async () =>
        {
            var file = arguments.GetValue(from);
            var summary = file is null ? await DownloadAsync(cancellation).ConfigureAwait(false) : Imdb.Import(file, cancellation);
            Console.Out.WriteLine(Describe(summary));
        }));
        return command;
    }

    private static Command CreateReviews()
    {
        var output = new Option<string?>("--out") { Description = "The file to write. Without it: data/reviews.csv.", HelpName = "FILE" };
        var command = new Command("reviews", "Write the generated film reviews; the same grammar and seed give the same file.") { output };
        command.SetAction((arguments, _) => TellingWhy(() =>
        {
            var path = arguments.GetValue(output) ?? Path.Combine(CourseFolders.Find().Root, "data", "reviews.csv");
            var reviews = ReviewGenerator.Generate();
            ReviewCorpus.Save(path, reviews);
            Console.Out.WriteLine($"{Number(reviews.Count)} reviews written to {path}");
            return Task.CompletedTask;
        }));
        return command;
    }

    private static async Task<ImdbSummary> DownloadAsync(CancellationToken cancellation)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine($"Fetching the archive to {Imdb.ArchivePath}");
            return await Imdb.DownloadAsync(cancellation: cancellation).ConfigureAwait(false);
        }

        return await AnsiConsole.Progress()
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask("aclImdb_v1.tar.gz");
                return Imdb.DownloadAsync(new DirectProgress(task), cancellation);
            }).ConfigureAwait(false);
    }

    private static string Describe(ImdbSummary summary)
    {
        var text = $"{Number(summary.TrainCount)} reviews to train, {Number(summary.TestCount)} to test, stored in {CacheFolder.Path}.\n"
            + $"{Number(summary.DuplicateGroups)} texts occur more than once, {Number(summary.DuplicateGroupsAcrossParts)} of them in "
                + "both parts.";
        return summary.IsOriginal
            ? text
            : $"{text}\nNote: {summary.Archive} is not the archive as published (SHA-256 {summary.Sha256[..12]}...): scores on it cannot "
                + "be compared with published ones.";
    }

    private static async Task TellingWhy(Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (InvalidDataException error)
        {
            throw new CommandException(error.Message);
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Progress<T> reports through the thread pool, where a late report could overtake the end.
    private sealed class DirectProgress(ProgressTask task) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Received;
        }
    }
}
