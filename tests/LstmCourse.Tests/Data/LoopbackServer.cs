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

    /// <summary>The number of requests so far.</summary>
    public int Requests { get; private set; }

    public void Dispose() => _listener.Close();

    /// <summary>Answers with content, or breaks off in the middle of it.</summary>
    public static async Task SendAsync(HttpListenerContext context, byte[] content, int? closeAfter = null)
    {
        context.Response.ContentLength64 = content.Length;
        await context.Response.OutputStream.WriteAsync(content.AsMemory(0, closeAfter ?? content.Length));
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
                Requests++;
                await answer(context);
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The test is over, or the client has gone.
        }
    }
}
