using System.Security.Cryptography;

namespace LstmCourse.Data;

/// <summary>Fetches a file of which every byte is known beforehand, and tries again where the line breaks.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="source">What is fetched.</param>
internal sealed class ArchiveDownload(HttpClient client, ArchiveSource source)
{
    private const int Attempts = 3;

    /// <summary>Fetches the file; it appears at its path only when it is whole and its checksum right.</summary>
    /// <param name="path">Where it is to lie.</param>
    /// <param name="say">Hears what is being done, a line at a time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">The server cannot be reached, breaks off each time, or the disk is full.</exception>
    /// <exception cref="InvalidDataException">What arrived is another file.</exception>
    public void Fetch(string path, Action<string> say, CancellationToken cancellation = default)
    {
        if (IsRight(path)) return;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var again = attempt > 1 ? $", attempt {attempt} of {Attempts}" : "";
                say($"Fetching {source.FileName} ({source.Size / 1_000_000} MB){again} …");
                AtomicFile.Write(path, file => Receive(file, cancellation));
                return;
            }
            catch (Exception error) when (error is HttpRequestException or HttpIOException or EndOfStreamException)
            {
                if (attempt < Attempts) continue;
                throw new IOException(
                    $"{source.Address.Host} could not be reached or broke off {Attempts} times ({error.Message.TrimEnd('.')}). "
                        + $"Try again later, or fetch {source.FileName} in another way and hand its path to Imdb.Import.", error);
            }
        }
    }

    private void Receive(Stream file, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, source.Address);
        using var response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        using var content = response.Content.ReadAsStream(cancellation);
        using var hash = SHA256.Create();
        using var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
        var received = Copy(content, hashed, cancellation);
        hashed.FlushFinalBlock();
        if (received < source.Size) throw new EndOfStreamException($"only {received} of {source.Size} bytes came");
        if (received != source.Size || Convert.ToHexStringLower(hash.Hash!) != source.Sha256)
        {
            throw new InvalidDataException(
                $"What {source.Address.Host} sent is not {source.FileName} as it was published: expected {source.Size} bytes with SHA-256 "
                    + $"{source.Sha256[..12]}…. Fetch it in another way and hand its path to Imdb.Import.");
        }
    }

    // Never more than was announced, so that a wrong answer cannot fill the disk.
    private long Copy(Stream content, CryptoStream target, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        long received = 0;
        while (received <= source.Size && content.Read(buffer) is > 0 and var count)
        {
            cancellation.ThrowIfCancellationRequested();
            target.Write(buffer, 0, count);
            received += count;
        }

        return received;
    }

    private bool IsRight(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != source.Size) return false;
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == source.Sha256;
    }
}
