using System.Globalization;
using System.Text.RegularExpressions;

namespace LstmCourse.Cli.Setup;

/// <summary>
/// Reports while a restore goes on what is being fetched and how much of it has come. NuGet says nothing until it is done, but one can
/// see its downloads grow in its cache.
/// </summary>
internal sealed partial class DownloadWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _end = new();
    private readonly DateTime _started = DateTime.UtcNow;
    private readonly string _cache;
    private readonly ISetupProgress _progress;
    private readonly Task _watching;

    private DownloadWatch(string cache, ISetupProgress progress)
    {
        (_cache, _progress) = (cache, progress);
        _watching = WatchAsync();
    }

    /// <summary>Begins to report, until it is disposed of.</summary>
    public static async Task<DownloadWatch> StartAsync(ISetupProgress progress, string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["nuget", "locals", "http-cache", "--list"];
        var (_, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, arguments, folder, environment: null, cancellationToken)
            .ConfigureAwait(false);
        return new DownloadWatch(output.Trim().Split(": ", 2)[^1], progress);
    }

    /// <summary>What has come into a cache since a moment, in words; null if nothing has.</summary>
    internal static string? Describe(string cache, DateTime since)
    {
        if (!Directory.Exists(cache)) return null;
        var files = new DirectoryInfo(cache).EnumerateFiles("*", SearchOption.AllDirectories).Where(
            file => file.LastWriteTimeUtc >= since).ToList();
        if (files.Count == 0) return null;
        var size = string.Create(CultureInfo.InvariantCulture, $"{files.Sum(Length) / 1e6:0} MB fetched");
        var largest = files.Where(file => file.Extension.EndsWith("-new", StringComparison.Ordinal)).MaxBy(Length);
        return largest is not null && Package().Match(largest.Name) is { Success: true } package
            ? $"{size}, now {package.Groups["name"]}"
            : size;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(Interval, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (Describe(_cache, _started) is { } news) _progress.Report(news);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A download has just been renamed.
            }
        }
    }

    // A file may be gone by now.
    private static long Length(FileInfo file) => file.Exists ? file.Length : 0;

    // nupkg_libtorch-cpu-linux-x64.2.10.0.dat-new
    [GeneratedRegex(@"^nupkg_(?<name>.+)\.dat-new$")]
    private static partial Regex Package();
}
