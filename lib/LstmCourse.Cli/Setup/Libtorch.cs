using System.Runtime.InteropServices;

namespace LstmCourse.Cli.Setup;

/// <summary>What is known about libtorch's packages before any of them is fetched.</summary>
internal static class Libtorch
{
    /// <summary>The build property, and the environment variable, that chooses between the processor and a graphics card.</summary>
    public const string Variable = "CourseTorch";

    private static readonly string[] CpuSystems = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    private static readonly string[] CudaSystems = ["linux-x64", "win-x64"];

    /// <summary>Which libtorch the environment asks for: <c>cpu</c> or <c>cuda</c>.</summary>
    public static string Choice => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } choice ? choice : "cpu";

    /// <summary>This machine as package folders call it, without its distribution: <c>linux-x64</c>.</summary>
    public static string System { get; } = SystemOf(RuntimeInformation.RuntimeIdentifier, RuntimeInformation.ProcessArchitecture);

    /// <summary>Why the course cannot run on this machine, and the way out; null if it can.</summary>
    public static string? Problem() => Problem(System, Choice);

    /// <summary>Why the course cannot run on a machine, and the way out; null if it can.</summary>
    /// <param name="system">The machine, as <see cref="SystemOf"/> says it.</param>
    /// <param name="choice">What <see cref="Variable"/> says.</param>
    internal static string? Problem(string system, string choice)
    {
        if (choice is not ("cpu" or "cuda")) return $"expected {Variable} to be cpu or cuda, got '{choice}'";
        if (CpuSystems.Contains(system))
        {
            return choice == "cpu" || CudaSystems.Contains(system)
                ? null
                : $"libtorch for CUDA is not made for {system}; take {Variable}=cpu";
        }

        var reason = system.Contains("musl", StringComparison.Ordinal)
            ? $"libtorch needs a Linux with glibc, and this one has musl ({system})"
            : $"libtorch is not made for this machine ({system}), only for linux-x64, win-x64, win-arm64 and osx-arm64";
        var container = system.StartsWith("osx", StringComparison.Ordinal)
            ? "its dev container"
            : "an amd64 container: docker run --platform linux/amd64";
        return $"{reason}. The course runs in {container}, see docs/opening-the-course.md";
    }

    /// <summary>A machine as package folders call it.</summary>
    /// <param name="runtime">The runtime identifier, which may name a distribution.</param>
    /// <param name="architecture">The processor.</param>
    internal static string SystemOf(string runtime, Architecture architecture)
    {
        var system = runtime.Split('-')[0].Split('.')[0];
        var isMusl = runtime.Contains("musl", StringComparison.Ordinal) || system == "alpine";
        var name = system is "osx" ? "osx" : system.StartsWith("win", StringComparison.Ordinal) ? "win" : isMusl ? "linux-musl" : "linux";
        return $"{name}-{architecture.ToString().ToLowerInvariant()}";
    }
}
