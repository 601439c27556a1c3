using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LstmCourse.Notebooks.Jupyter.Messages;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Scripting;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>The kernel as a process: what <c>course kernel run</c> does.</summary>
public static class KernelHost
{
    /// <summary>Serves the kernel that a connection file describes until it is told to end or its parent is gone.</summary>
    /// <param name="connectionFile">The path of the file that a Jupyter client wrote.</param>
    /// <returns>The process's exit code: 0, or 2 if the file cannot be used.</returns>
    public static int Run(string connectionFile)
    {
        var log = NativeOutput.OriginalError();
        ConnectionInfo connection;
        try
        {
            connection = ConnectionInfo.Read(connectionFile);
        }
        catch (InvalidDataException e)
        {
            log.WriteLine(e.Message);
            return 2;
        }

        WarnIfOthersCanRead(connectionFile, log);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        // The client interrupts by message; the terminal's Ctrl+C is meant for the client.
        using var ignoreInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        StrayExceptions.Report();
        SessionWarmUp.StartInBackground();
        var native = NativeOutputs.Capture();
        CellConsole.Install(TextWriter.Null, TextWriter.Null);
        using var session = new CSharpSession(Directory.GetCurrentDirectory());
        try
        {
            using var server = new KernelServer(connection, session, native, Log);
            using var endOnRequest = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                server.Stop();
            });
            ParentWatch.Start(server.Stop);
            // A cell may call Environment.Exit, and what it printed just before is what the learner wants to see.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.SayLastWords();
            server.Run();
            server.SayLastWords();
            return 0;
        }
        catch (SocketException e)
        {
            Log($"the address of {connectionFile} cannot be used: {e.Message}");
            return 2;
        }

        void Log(string line)
        {
            lock (log) log.WriteLine($"[kernel] {line}");
        }
    }

    private static void WarnIfOthersCanRead(string path, TextWriter log)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0) return;
        log.WriteLine($"[kernel] {path} can be read by others on this machine, who could run code here; chmod 600 mends that");
    }
}
