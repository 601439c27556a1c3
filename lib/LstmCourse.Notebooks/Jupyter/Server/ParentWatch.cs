using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>Notices that the program that started the kernel is gone: nobody will ever shut the kernel down then.</summary>
internal static class ParentWatch
{
    /// <summary>The environment variable in which this course's own client names its process.</summary>
    public const string ParentVariable = "COURSE_PARENT_PID";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Calls back, once, after the parent has ended.</summary>
    public static void Start(Action parentGone)
    {
        if (FindParent() is not { } isAlive) return;
        new Thread(() =>
        {
            while (isAlive()) Thread.Sleep(Interval);
            parentGone();
        }, 256 * 1024)
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static Func<bool>? FindParent()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(ParentVariable), CultureInfo.InvariantCulture, out var parent)) return () =>
            IsRunning(parent);
        if (OperatingSystem.IsWindows()) return FromHandle(Environment.GetEnvironmentVariable("JPY_PARENT_PID"));
        // An orphan is given to another process, so its parent's id changes.
        var first = getppid();
        return first <= 1 ? null : () => getppid() == first;
    }

    // On Windows, Jupyter passes a handle of itself under the name of an id.
    private static Func<bool>? FromHandle(string? text)
    {
        if (!long.TryParse(text, CultureInfo.InvariantCulture, out var handle) || handle <= 0) return null;
        const uint TimedOut = 0x102;
        return () => WaitForSingleObject((nint)handle, 0) == TimedOut;
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getppid();

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint WaitForSingleObject(nint handle, uint milliseconds);
}
