using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>
/// What native libraries and child processes of a cell print: the process's own standard output or error, led through a file to the
/// notebook. On Unix only; elsewhere such output goes where the kernel was started.
/// </summary>
/// <remarks>A file rather than a pipe: when the runtime dies, its last words are still there for the client to read.</remarks>
internal sealed class NativeOutput
{
    /// <summary>The environment variable by which this course's own client asks for the files to be kept in a folder.</summary>
    public const string FolderVariable = "COURSE_NATIVE_OUTPUT";

    /// <summary>The name of standard error's file in that folder.</summary>
    public const string ErrorFile = "stderr.txt";

    private const int StandardOutput = 1, StandardError = 2;
    private const long RotateBytes = 16L * 1024 * 1024;

    private readonly object _lock = new();
    private readonly int _descriptor;
    private readonly string? _path;
    private readonly Action<string> _write;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private SafeFileHandle _file;
    private long _read;

    private NativeOutput(int descriptor, string? folder, Action<string> write)
    {
        (_descriptor, _write) = (descriptor, write);
        _path = folder is null ? null : Path.Combine(folder, descriptor == StandardError ? ErrorFile : "stdout.txt");
        _file = Redirect();
    }

    /// <summary>Redirects standard output, or returns null where that is not supported.</summary>
    public static NativeOutput? CaptureOutput(Action<string> write) => Capture(StandardOutput, write);

    /// <summary>Redirects standard error, or returns null where that is not supported.</summary>
    public static NativeOutput? CaptureError(Action<string> write) => Capture(StandardError, write);

    /// <summary>A writer to where standard error went before it was captured.</summary>
    public static TextWriter OriginalError()
    {
        if (OperatingSystem.IsWindows()) return Console.Error;
        var stream = new FileStream(new SafeFileHandle(dup(StandardError), ownsHandle: true), FileAccess.Write, bufferSize: 0);
        return new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>Passes on what was printed since the last call.</summary>
    /// <param name="flush">Whether the C library shall give out what it has buffered.</param>
    public void Drain(bool flush)
    {
        if (flush) _ = fflush(0);
        lock (_lock)
        {
            ReadToEnd(_file);
            if (_read < RotateBytes) return;
            var old = _file;
            _file = Redirect();
            ReadToEnd(old);
            old.Dispose();
            _read = 0;
        }
    }

    private static NativeOutput? Capture(int descriptor, Action<string> write)
    {
        if (OperatingSystem.IsWindows()) return null;
        return new NativeOutput(descriptor, Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : null,
            write);
    }

    private SafeFileHandle Redirect()
    {
        var path = _path ?? Path.GetTempFileName();
        File.Delete(path);
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        // A file without a name vanishes with the last process that has it open.
        if (_path is null) File.Delete(path);
        if (dup2((int)file.DangerousGetHandle(), _descriptor) < 0) throw new IOException("the output could not be redirected");
        return file;
    }

    private void ReadToEnd(SafeFileHandle file)
    {
        Span<byte> buffer = new byte[16 * 1024];
        int read;
        while ((read = RandomAccess.Read(file, buffer, _read)) > 0)
        {
            _read += read;
            var text = new char[_decoder.GetCharCount(buffer[..read], flush: false)];
            _decoder.GetChars(buffer[..read], text, flush: false);
            if (text.Length > 0) _write(new string(text));
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup(int descriptor);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int dup2(int from, int to);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fflush(nint file);
}
