using System.Runtime.InteropServices;

namespace LstmCourse.Notebooks;

/// <summary>The <c>dotnet</c> command that runs this process, and that starts others like it.</summary>
internal static class DotnetCommand
{
    /// <summary>The folder it lies in, beside the runtimes and the reference assemblies.</summary>
    public static string Folder { get; } = System.IO.Path.GetFullPath(
        System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Its full path.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
