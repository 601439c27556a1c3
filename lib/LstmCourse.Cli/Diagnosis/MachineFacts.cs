using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LstmCourse.Cli.Setup;
using LstmCourse.Notebooks.Jupyter.Specs;
using Microsoft.CodeAnalysis.CSharp;
using TorchSharp;

namespace LstmCourse.Cli.Diagnosis;

/// <summary>What <c>course doctor</c> judges, as found on this machine.</summary>
internal sealed record MachineFacts
{
    /// <summary>What <c>dotnet --version</c> says in the repository; empty if it fails.</summary>
    public required string Sdk { get; init; }

    /// <summary>The chosen profile; null before the first set-up.</summary>
    public required ProfileChoice? Choice { get; init; }

    /// <summary>Whether the notebooks would load a library as new as its sources.</summary>
    public required bool IsLibraryFresh { get; init; }

    /// <summary>The installed kernelspecs that start this course's kernel, by name, each with the program it starts.</summary>
    public required IReadOnlyList<(string Name, string Program)> Kernels { get; init; }

    /// <summary>The names and versions behind the chosen profile.</summary>
    public required string Engines { get; init; }

    /// <summary>How many threads computing uses.</summary>
    public required int Threads { get; init; }

    /// <summary>The number of logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>The width of a vector register in bits; 0 where .NET uses none.</summary>
    public required int VectorBits { get; init; }

    /// <summary>The free space where the repository lies, in bytes.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>Looks at this machine.</summary>
    public static async Task<MachineFacts> GatherAsync(CourseFolders folders, CancellationToken cancellationToken)
    {
        var choice = ProfileChoice.Read(folders);
        return new MachineFacts
        {
            Sdk = await SdkAsync(folders, cancellationToken).ConfigureAwait(false),
            Choice = choice,
            IsLibraryFresh = new CourseSetup(folders).IsUpToDate(choice?.Profile ?? CourseProfile.Portable),
            Kernels = InstalledKernels(),
            Engines = EnginesOf(choice?.Profile ?? CourseProfile.Portable, folders),
            Threads = torch.get_num_threads(),
            Processors = Environment.ProcessorCount,
            VectorBits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
            FreeBytes = new DriveInfo(folders.Root).AvailableFreeSpace,
        };
    }

    private static async Task<string> SdkAsync(CourseFolders folders, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(ChildProcess.Dotnet, ["--version"], folders.Root, environment: null, cancellationToken).ConfigureAwait(false);
        return exitCode == 0 ? output.Trim().Split('\n')[^1] : "";
    }

    // Any name may have been given to it; what tells it is the command line.
    private static List<(string Name, string Program)> InstalledKernels()
    {
        var kernels = new List<(string, string)>();
        foreach (var name in KernelSpecStore.Names())
        {
            try
            {
                if (KernelSpecStore.Find(name) is { Arguments: [_, var program, "kernel", "run", ..] }) kernels.Add((name, program));
            }
            catch (InvalidDataException)
            {
                // Somebody else's, and broken.
            }
        }

        return kernels;
    }

    private static string EnginesOf(CourseProfile profile, CourseFolders folders)
    {
        var compiler = typeof(CSharpCompilation).Assembly.GetName().Version!;
        List<string> engines =
        [
            $".NET {Environment.Version} ({RuntimeInformation.RuntimeIdentifier})",
            $"C# compiler {compiler.Major}.{compiler.Minor}.{compiler.Build}",
        ];
        if (profile.Name == CourseProfile.OfficialName)
        {
            string[] shown = ["TorchSharp", "Plotly.NET", "Microsoft.Data.Analysis"];
            engines.AddRange(PinnedPackages.Read(folders.Root, profile.Torch).Where(package => shown.Contains(package.Name)).Select(package => package.ToString()));
        }
        else
        {
            engines.Add("the course's own TorchSharp, Plotly.NET and Microsoft.Data.Analysis");
        }

        if (File.Exists(Path.Combine(folders.Engine, Running.Kernels.EngineFile))) engines.Add(Running.Kernels.EngineName);
        return string.Join(", ", engines);
    }
}
