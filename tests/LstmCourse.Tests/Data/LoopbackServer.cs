using System.Net;
using System.Net.Sockets;

namespace LstmCourse.Tests.Data;

/// <summary>A server on this machine that answers every request as the test says.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public LoopbackServer(Func<HttpListenerContext, Task> answer)
    {
        // A port that was free a moment ago.
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/files/archive.tar.gz");
        }

        _listener.Prefixes.Add($"{Address.GetLeftPart(UriPartial.Authority)}/");
        _listener.Start();
        _ = AcceptAsync(answer);
    }

    public Uri Address { get; }

    /// <summary>The Range header of each request so far, or "".</summary>
    public List<string> Ranges { get; } = [];

    public void Dispose() => _listener.Close();

    /// <summary>Answers with content, or the part of it that was asked for.</summary>
    public static async Task SendAsync(HttpListenerContext context, byte[] content, bool honoursRange = true, int? closeAfter = null)
    {
        var start = 0;
        if (honoursRange && context.Request.Headers["Range"] is { } range)
        {
            start = int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = (int)HttpStatusCode.PartialContent;
            context.Response.AddHeader("Content-Range", $"bytes {start}-{content.Length - 1}/{content.Length}");
        }

        context.Response.ContentLength64 = content.Length - start;
        await context.Response.OutputStream.WriteAsync(content.AsMemory(start, closeAfter ?? content.Length - start));
        if (closeAfter is null) context.Response.Close();
        else
        {
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
        }
    }

    private async Task AcceptAsync(Func<HttpListenerContext, Task> answer)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Ranges.Add(context.Request.Headers["Range"] ?? "");
                await answer(context);
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The test is over, or the client has gone.
        }
    }
}
