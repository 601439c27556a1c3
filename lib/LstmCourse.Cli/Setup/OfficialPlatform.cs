using System.Runtime.InteropServices;

namespace LstmCourse.Cli.Setup;

/// <summary>Knows for which machines libtorch's packages exist.</summary>
internal static class OfficialPlatform
{
    /// <summary>Why the official profile cannot work on this machine; null if it can.</summary>
    public static string? Problem(string torch) => Problem(RuntimeInformation.RuntimeIdentifier, RuntimeInformation.ProcessArchitecture, torch);

    /// <summary>Why the official profile cannot work on a machine; null if it can.</summary>
    /// <param name="runtime">The runtime identifier, which may name a distribution.</param>
    /// <param name="architecture">The processor.</param>
    /// <param name="torch"><c>cpu</c> or <c>cuda</c>.</param>
    public static string? Problem(string runtime, Architecture architecture, string torch)
    {
        var system = runtime.Split('-')[0];
        var isMusl = runtime.Contains("musl", StringComparison.Ordinal) || system.StartsWith("alpine", StringComparison.Ordinal);
        var (known, wanted) = system switch
        {
            "win" => ("Windows", Architecture.X64),
            "osx" => ("macOS", Architecture.Arm64),
            _ => ("Linux", Architecture.X64),
        };
        if (torch == "cuda" && known == "macOS") return "libtorch for CUDA has no packages for macOS";
        if (isMusl) return "libtorch needs a Linux with glibc, and this one has musl";
        return architecture == wanted ? null : $"libtorch has no packages for {known} on {Name(architecture)}, only for {Name(wanted)}";
    }

    private static string Name(Architecture architecture) => architecture.ToString().ToLowerInvariant();
}
