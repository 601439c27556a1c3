using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using LstmCourse.Notebooks.Execution.Hosting;

namespace LstmCourse.DotNetInteractive;

/// <summary>Serves one client over a pipe until the pipe ends, in a process of its own: a cell that hangs can only be ended with
/// it.</summary>
internal static class EngineHost
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(30);

    /// <summary>Connects to the client and executes its cells.</summary>
    /// <param name="pipeName">The pipe that the client listens at.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string pipeName)
    {
        // Numbers read the same on every machine, as in the course's own kernel.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync((int)ConnectTime.TotalMilliseconds).ConfigureAwait(false);
        using var reader = new StreamReader(pipe, leaveOpen: true);
        await using var writer = new StreamWriter(pipe, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };

        using var session = new EngineSession();
        await session.StartAsync().ConfigureAwait(false);
        await writer.WriteLineAsync(EngineMessage.Ready).ConfigureAwait(false);
        using var cells = new BlockingCollection<string>();
        Listen(reader, cells);
        foreach (var code in cells.GetConsumingEnumerable())
        {
            // Events come from several threads, and a line must not be torn.
            var gate = new object();
            var completion = await session.ExecuteAsync(code, happened => Write(EngineMessage.Of(happened))).ConfigureAwait(false);
            Write(EngineMessage.Of(completion));

            void Write(string line)
            {
                lock (gate) writer.WriteLine(line);
            }
        }

        return 0;
    }

    // The client is heard while a cell runs, too: when it is gone, the cell's endless loop must not outlive it.
    private static void Listen(StreamReader reader, BlockingCollection<string> cells) => new Thread(() =>
    {
        try
        {
            while (reader.ReadLine() is { } line) cells.Add(EngineMessage.ReadCode(line));
        }
        catch (IOException)
        {
            // The client is gone.
        }

        Environment.Exit(0);
    })
    { IsBackground = true, Name = "cells" }.Start();
}
