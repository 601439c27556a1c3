using System.Diagnostics;

namespace LstmCourse.Cli.Tests.Setup;

/// <summary>A small file system in memory, for as long as it is held.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    /// <summary>Lays the file system over an empty folder.</summary>
    public SmallDisk(string folder, int megabytes)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        if (!Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder)) throw new IOException(
            $"{folder} cannot be mounted");
    }

    /// <summary>Why there can be none here; null if there can.</summary>
    public static string? Problem { get; } = FindProblem();

    public void Dispose() => Run("umount", "--lazy", _folder);

    private static string? FindProblem()
    {
        if (!OperatingSystem.IsLinux()) return "a file system in memory can be mounted under Linux only";
        var folder = Directory.CreateTempSubdirectory("course disk ");
        try
        {
            new SmallDisk(folder.FullName, megabytes: 1).Dispose();
            return null;
        }
        catch (IOException)
        {
            return "mounting a file system takes an administrator's rights";
        }
        finally
        {
            folder.Delete();
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that needs a small disk; it is skipped, and says so, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Problem!;
}
