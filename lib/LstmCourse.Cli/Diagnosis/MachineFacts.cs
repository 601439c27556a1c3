using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Xml.Linq;
using LstmCourse.Cli.Setup;
using LstmCourse.Notebooks.Jupyter.Specs;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Cli.Diagnosis;

/// <summary>What <c>course doctor</c> judges, as found on this machine.</summary>
internal sealed record MachineFacts
{
    /// <summary>What <c>dotnet --version</c> says in the repository; empty if it fails.</summary>
    public required string Sdk { get; init; }

    /// <summary>The machine as package folders call it: <c>linux-x64</c>.</summary>
    public required string System { get; init; }

    /// <summary>Why the course cannot run on it, and the way out; null if it can.</summary>
    public required string? SystemProblem { get; init; }

    /// <summary>Whether the notebooks would load a library as new as its sources.</summary>
    public required bool IsLibraryFresh { get; init; }

    /// <summary>How libtorch was loaded, or why it could not be; null where no library is published to try it with.</summary>
    public required LibtorchFact? Libtorch { get; init; }

    /// <summary>The installed kernelspecs that start this course's kernel, by name, each with the program it starts.</summary>
    public required IReadOnlyList<(string Name, string Program)> Kernels { get; init; }

    /// <summary>The names and versions of what runs notebooks and of the packages behind them.</summary>
    public required string Engines { get; init; }

    /// <summary>What <c>OMP_NUM_THREADS</c> says; null if it is not set.</summary>
    public required string? Threads { get; init; }

    /// <summary>The number of logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>The width of a vector register in bits; 0 where .NET uses none.</summary>
    public required int VectorBits { get; init; }

    /// <summary>The free space where the repository lies, in bytes.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>Looks at this machine.</summary>
    public static async Task<MachineFacts> GatherAsync(CourseFolders folders, CancellationToken cancellationToken) => new()
    {
        Sdk = await SdkAsync(folders, cancellationToken).ConfigureAwait(false),
        System = Setup.Libtorch.System,
        SystemProblem = Setup.Libtorch.Problem(),
        IsLibraryFresh = new CourseSetup(folders).IsUpToDate(),
        Libtorch = await LibtorchAsync(folders, cancellationToken).ConfigureAwait(false),
        Kernels = InstalledKernels(),
        Engines = EnginesOf(folders),
        Threads = Environment.GetEnvironmentVariable("OMP_NUM_THREADS"),
        Processors = Environment.ProcessorCount,
        VectorBits = Vector512.IsHardwareAccelerated
            ? 512
            : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0,
        FreeBytes = new DriveInfo(folders.Root).AvailableFreeSpace,
    };

    private static async Task<string> SdkAsync(CourseFolders folders, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(
            ChildProcess.Dotnet, ["--version"], folders.Root, environment: null, cancellationToken)
            .ConfigureAwait(false);
        return exitCode == 0 ? output.Trim().Split('\n')[^1] : "";
    }

    private static async Task<LibtorchFact?> LibtorchAsync(CourseFolders folders, CancellationToken cancellationToken)
    {
        if (!File.Exists(folders.Script) || !Directory.Exists(folders.Library)) return null;
        try
        {
            return new LibtorchFact(Loads: true, await LibraryTrial.RunAsync(folders.Script, cancellationToken).ConfigureAwait(false));
        }
        catch (TrialException e)
        {
            // What is published of libtorch is linked to its package, so that the damage is in both and a new set-up alone does not help.
            return new LibtorchFact(
                Loads: false,
                PackageCheck.FindDamaged(Publication.Library(folders).Assets, cancellationToken) is { } folder
                    ? SetupProblem.Damaged(folder, "then run ./course setup")
                    : e.Message);
        }
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

    private static string EnginesOf(CourseFolders folders)
    {
        var compiler = typeof(CSharpCompilation).Assembly.GetName().Version!;
        string[] shown = ["TorchSharp", "Plotly.NET", "Microsoft.Data.Analysis"];
        var packages = XDocument.Load(Path.Combine(folders.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(package => shown.Contains((string?)package.Attribute("Include")))
            .Select(package => $"{(string?)package.Attribute("Include")} {(string?)package.Attribute("Version")}");
        List<string> engines =
        [
            $".NET {Environment.Version} ({RuntimeInformation.RuntimeIdentifier})",
            $"C# compiler {compiler.Major}.{compiler.Minor}.{compiler.Build}",
            .. packages,
        ];
        if (File.Exists(Path.Combine(folders.Engine, Running.Kernels.EngineFile))) engines.Add(Running.Kernels.EngineName);
        return string.Join(", ", engines);
    }
}

/// <summary>What became of libtorch when a kernel loaded the library.</summary>
/// <param name="Loads">Whether it could be loaded.</param>
/// <param name="Text">How, or why not, in one line.</param>
internal sealed record LibtorchFact(bool Loads, string Text);
