using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>
/// What native libraries and child processes of a cell print: the process's own standard output and error, led through a pipe to the
/// notebook. On Unix only; elsewhere such output goes where the kernel was started.
/// </summary>
internal sealed class NativeOutput
{
    private const int LinuxCloseOnExec = 0x80000;

    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // Nobody prints this by chance; it travels through the pipe to tell that everything before it has arrived.
    private static readonly byte[] Mark = "\0<course:drained>\0"u8.ToArray();

    private readonly int _writeEnd;
    private readonly Action<string> _write;
    private readonly object _lock = new();
    private long _marksSent;
    private long _marksSeen;

    private NativeOutput(int descriptor, Action<string> write)
    {
        _write = write;
        var ends = new int[2];
        // Child processes inherit standard output, which is meant, but not our ends of the pipe.
        if ((OperatingSystem.IsLinux() ? pipe2(ends, LinuxCloseOnExec) : pipe(ends)) != 0) throw new IOException("a pipe could not be made");
        if (dup2(ends[1], descriptor) < 0) throw new IOException("the output could not be redirected");
        _writeEnd = ends[1];
        var readEnd = new FileStream(new SafeFileHandle(ends[0], ownsHandle: true), FileAccess.Read, bufferSize: 0);
        new Thread(() => Read(readEnd), 256 * 1024) { IsBackground = true, Name = "native output" }.Start();
    }

    /// <summary>Redirects standard output (1) or standard error (2), or returns null where that is not supported.</summary>
    public static NativeOutput? Capture(int descriptor, Action<string> write) => OperatingSystem.IsWindows() ? null : new NativeOutput(descriptor, write);

    /// <summary>A writer to where standard error went before it was captured.</summary>
    public static TextWriter OriginalError()
    {
        if (OperatingSystem.IsWindows()) return Console.Error;
        var stream = new FileStream(new SafeFileHandle(dup(2), ownsHandle: true), FileAccess.Write, bufferSize: 0);
        return new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>Waits until all that was printed until now has been passed on.</summary>
    public void Drain()
    {
        _ = fflush(0);
        lock (_lock)
        {
            if (write(_writeEnd, Mark, (nuint)Mark.Length) != Mark.Length) return;
            var mark = ++_marksSent;
            while (_marksSeen < mark && Monitor.Wait(_lock, DrainTime))
            {
            }
        }
    }

    private void Read(FileStream pipe)
    {
        var buffer = new byte[16 * 1024];
        var kept = 0;
        var decoder = Encoding.UTF8.GetDecoder();
        int read;
        while ((read = pipe.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var data = buffer.AsSpan(0, kept + read);
            int mark;
            while ((mark = data.IndexOf(Mark)) >= 0)
            {
                Pass(decoder, data[..mark]);
                data = data[(mark + Mark.Length)..];
                lock (_lock)
                {
                    _marksSeen++;
                    Monitor.PulseAll(_lock);
                }
            }

            // The start of a mark whose rest is still on its way stays here.
            kept = Overlap(data);
            Pass(decoder, data[..^kept]);
            data[^kept..].CopyTo(buffer);
        }
    }

    private void Pass(Decoder decoder, ReadOnlySpan<byte> data)
    {
        var text = new char[decoder.GetCharCount(data, flush: false)];
        decoder.GetChars(data, text, flush: false);
        if (text.Length > 0) _write(new string(text));
    }

    private static int Overlap(ReadOnlySpan<byte> data)
    {
        for (var length = Math.Min(data.Length, Mark.Length - 1); length > 0; length--)
        {
            if (data.EndsWith(Mark.AsSpan(0, length))) return length;
        }

        return 0;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int pipe([Out] int[] ends);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup(int descriptor);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup2(int from, int to);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int pipe2([Out] int[] ends, int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fflush(nint file);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint write(int descriptor, byte[] data, nuint count);
}
