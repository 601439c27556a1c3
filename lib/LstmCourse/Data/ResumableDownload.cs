using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LstmCourse.Data;

/// <summary>
/// Fetches a known file. What has arrived is kept beside it in a <c>.part</c> file, so that an interrupted download goes on where
/// it stopped; the file itself appears only when its size and checksum are right.
/// </summary>
internal sealed class ResumableDownload(HttpClient client, ArchiveSource source)
{
    private const int BufferSize = 1 << 16;

    /// <summary>How long the server may send nothing.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Fetches the file unless it is there already.</summary>
    /// <returns>Whether anything had to be fetched.</returns>
    /// <exception cref="IOException">The server cannot be reached, sends something else, or the disk is full; the message says what to
    /// do.</exception>
    /// <exception cref="InvalidDataException">The whole file has arrived and is not the one expected.</exception>
    public async Task<bool> FetchAsync(string path, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (File.Exists(path) && await IsExpectedAsync(path, cancellation).ConfigureAwait(false)) return false;

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = path + ".part";
        try
        {
            if (SizeOf(part) > source.Size) File.Delete(part);
            if (SizeOf(part) < source.Size) await ReceiveAsync(part, progress, cancellation).ConfigureAwait(false);
        }
        catch (IOException error) when (AtomicFile.IsDiskFull(error))
        {
            throw new IOException(
                $"The disk is full after {Megabytes(SizeOf(part))} of {Megabytes(source.Size)} MB. Free some space and repeat: the "
                    + $"download goes on from there. To use another disk, set {CacheFolder.Variable}.", error);
        }

        if (!await IsExpectedAsync(part, cancellation).ConfigureAwait(false))
        {
            File.Delete(part);
            throw new InvalidDataException(
                $"What {source.Address.Host} sent is not the file expected: its SHA-256 differs from {source.Sha256}. It was deleted; "
                    + "repeat the download.");
        }

        File.Move(part, path, overwrite: true);
        return true;
    }

    private async Task ReceiveAsync(string part, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stall.CancelAfter(StallTimeout);
        try
        {
            using var response = await AskAsync(SizeOf(part), stall.Token).ConfigureAwait(false);
            var resumes = response.StatusCode == HttpStatusCode.PartialContent;
            await using var file = new FileStream(part, resumes ? FileMode.Append : FileMode.Create, FileAccess.Write);
            await using var body = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
            var buffer = new byte[BufferSize];
            int count;
            while ((count = await body.ReadAsync(buffer, stall.Token).ConfigureAwait(false)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), stall.Token).ConfigureAwait(false);
                if (file.Length > source.Size)
                {
                    throw new InvalidDataException(
                        $"{source.Address.Host} sent more than the {source.Size} bytes expected. The file has changed; it cannot be used.");
                }
                progress?.Report(new DownloadProgress(file.Length, source.Size));
                stall.CancelAfter(StallTimeout);
            }
        }
        catch (Exception error) when (IsNetworkFailure(error, cancellation))
        {
            throw Interrupted(part, error);
        }

        if (SizeOf(part) < source.Size) throw Interrupted(part, null);
    }

    private async Task<HttpResponseMessage> AskAsync(long have, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, source.Address);
        if (have > 0) request.Headers.Range = new RangeHeaderValue(have, null);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (Refusal(response, have) is not { } refusal) return response;
        response.Dispose();
        throw new IOException(refusal);
    }

    private string? Refusal(HttpResponseMessage response, long have)
    {
        var headers = response.Content.Headers;
        if (!response.IsSuccessStatusCode)
        {
            return $"{source.Address} answers {(int)response.StatusCode} {response.ReasonPhrase}. Try later, or fetch {source.FileName} "
                + "yourself and give it with --from FILE.";
        }

        if (headers.ContentType?.MediaType is "text/html")
        {
            return $"{source.Address} answers with a web page in place of the archive, perhaps a sign-in page of the network. Open the "
                + "address in a browser, then give the file with --from FILE.";
        }

        var expected = response.StatusCode == HttpStatusCode.PartialContent ? source.Size - have : source.Size;
        return headers.ContentLength is { } length && length != expected
            ? $"{source.Address} offers {length} bytes where {expected} were expected. The file has changed or is not the one meant."
            : null;
    }

    private static bool IsNetworkFailure(Exception error, CancellationToken cancellation) => error switch
    {
        HttpRequestException or HttpIOException or IOException { InnerException: SocketException } => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    private IOException Interrupted(string part, Exception? cause)
    {
        var reason = cause switch
        {
            null => "it was closed",
            OperationCanceledException => $"nothing came for {StallTimeout.TotalSeconds:0} seconds",
            _ => cause.Message.TrimEnd('.'),
        };
        return new IOException(
            $"The connection to {source.Address.Host} failed after {Megabytes(SizeOf(part))} of {Megabytes(source.Size)} MB ({reason}). "
                + "Repeat the command: the download goes on from there.", cause);
    }

    private async Task<bool> IsExpectedAsync(string path, CancellationToken cancellation)
    {
        if (SizeOf(path) != source.Size) return false;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false)) == source.Sha256;
    }

    private static long SizeOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
