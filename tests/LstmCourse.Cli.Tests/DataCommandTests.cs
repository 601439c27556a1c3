using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-data-").FullName;

    private string Cache => Path.Combine(_folder, "cache");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Reviews_writes_the_file_that_ships_with_the_course()
    {
        var path = Path.Combine(_folder, "reviews.csv");
        var result = await RunAsync("data", "reviews", "--out", path);
        Assert.Equal(
            (0, $"6,000 reviews written to {path}\n", ""), (result.ExitCode, result.Output.ReplaceLineEndings("\n"), result.Error));
        Assert.Equal(File.ReadAllText(Repository.PathOf("data", "reviews.csv")), File.ReadAllText(path));
    }

    [Fact]
    public async Task Imdb_takes_over_an_archive_and_says_that_it_is_not_the_original()
    {
        var result = await RunAsync(
            "data", "imdb", "--from", WriteArchive("train/pos/0_9", "train/neg/0_1", "test/pos/0_9", "test/neg/0_1"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains($"2 reviews to train, 2 to test, stored in {Cache}.", result.Output, StringComparison.Ordinal);
        Assert.Contains("2 texts occur more than once, 2 of them in both parts.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Note: reviews.tar.gz is not the archive as published", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Cache, "imdb", "train.csv")));
    }

    [Fact]
    public async Task Imdb_refuses_a_bad_archive_in_one_line_and_stores_nothing()
    {
        var page = Path.Combine(_folder, "page.tar.gz");
        File.WriteAllText(page, "<html>sign in</html>");
        await AssertRefused("is a web page, not an archive", page);
        await AssertRefused("holds no reviews in test/neg", WriteArchive("train/pos/0_9", "train/neg/0_1", "test/pos/0_9"));
        await AssertRefused("There is no file", Path.Combine(_folder, "nowhere.tar.gz"));
        Assert.False(Directory.Exists(Cache));
    }

    private async Task AssertRefused(string expected, string archive)
    {
        var result = await RunAsync("data", "imdb", "--from", archive);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("course: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    private Task<ProcessResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "course.dll"), .. arguments]);
        start.Environment["LSTMCOURSE_CACHE"] = Cache;
        return CourseProcess.StartAsync(start);
    }

    // The text depends on the label alone, so both parts hold the same texts.
    private string WriteArchive(params string[] reviews)
    {
        var path = Path.Combine(_folder, "reviews.tar.gz");
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Optimal));
        foreach (var review in reviews)
        {
            var text = Encoding.UTF8.GetBytes(review.Contains("pos", StringComparison.Ordinal) ? "Good." : "Bad.");
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"aclImdb/{review}.txt") { DataStream = new MemoryStream(text) });
        }

        return path;
    }
}
