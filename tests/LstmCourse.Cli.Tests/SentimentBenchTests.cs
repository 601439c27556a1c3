using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LstmCourse.Data;

namespace LstmCourse.Cli.Tests;

public sealed class SentimentBenchTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("course-bench-").FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public async Task Scores_the_lstm_and_its_opponents_on_the_reviews_of_the_cache()
    {
        Assert.Equal(0, (await RunAsync("data", "imdb", "--from", WriteArchive(ReviewGenerator.Generate(200)))).ExitCode);

        var result = await RunAsync("bench", "sentiment", "--epochs", "1", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var scores = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(
            (135, 15, 50),
            (scores.GetProperty("train").GetInt32(), scores.GetProperty("validation").GetInt32(), scores.GetProperty("test").GetInt32()));
        Assert.InRange(scores.GetProperty("lstm").GetProperty("accuracy").GetDouble(), 0.3, 1);
        Assert.InRange(scores.GetProperty("logisticRegression").GetProperty("accuracy").GetDouble(), 0.55, 1);

        var text = (await RunAsync("bench", "sentiment", "--epochs", "1")).Output;
        Assert.StartsWith("135 to train, 15 to validate, 50 to test", text, StringComparison.Ordinal);
        foreach (var line in new[] { "epoch  1  training loss", "\nmajority class ", "\nlogistic regression ", "\nLSTM(64) ", "words a second" })
        {
            Assert.Contains(line, text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_the_archive_it_says_how_to_get_it()
    {
        var result = await RunAsync("bench", "sentiment");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("Fetch them (84 MB) with ./course data imdb", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    private string WriteArchive(IReadOnlyList<Review> reviews)
    {
        var path = Path.Combine(_cache, "made.tar.gz");
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        for (var i = 0; i < reviews.Count; i++)
        {
            var (part, folder) = (i % 4 == 0 ? "test" : "train", reviews[i].Label == 1 ? "pos" : "neg");
            var name = $"aclImdb/{part}/{folder}/{i}_{reviews[i].Stars}.txt";
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(reviews[i].Text)) });
        }

        return path;
    }

    private Task<ProcessResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "course.dll"), .. arguments]);
        start.Environment["LSTMCOURSE_CACHE"] = _cache;
        return CourseProcess.StartAsync(start);
    }
}
