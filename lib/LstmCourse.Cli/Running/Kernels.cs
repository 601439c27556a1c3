using System.Collections.Immutable;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Execution.Hosting;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Running;

/// <summary>Finds the kernel that <c>--kernel</c> names.</summary>
internal static class Kernels
{
    /// <summary>The course's own kernel: this very program, started as <c>course kernel run</c>; nothing need be installed for
    /// it.</summary>
    public const string CourseName = KernelSpec.CourseName;

    /// <summary>The engine of .NET Interactive, in a process of its own.</summary>
    public const string EngineName = "dotnet-interactive";

    /// <summary>Both, one after the other, and the second compared with the first.</summary>
    public const string AllName = "all";

    /// <summary>The program of that engine.</summary>
    public const string EngineFile = "LstmCourse.DotNetInteractive.dll";

    /// <summary>The course's own kernel.</summary>
    /// <param name="parallel">How many kernels run at a time.</param>
    public static INotebookKernelFactory Course(int parallel = 1) => new JupyterKernelFactory(
        KernelSpec.OfCourse(typeof(Kernels).Assembly.Location) with { Environment = OwnEnvironment(parallel) });

    /// <summary>The kernel of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folders">Where the engine of .NET Interactive lies.</param>
    /// <param name="parallel">How many kernels run at a time.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public static INotebookKernelFactory Find(string name, CourseFolders folders, int parallel = 1)
    {
        if (name == CourseName) return Course(parallel);
        if (name == EngineName) return new HostedKernelFactory(
            EngineName, Path.Combine(folders.Engine, EngineFile), OwnEnvironment(parallel));
        if (KernelSpecStore.Find(name) is { } spec) return new JupyterKernelFactory(
            spec with { Environment = Share(parallel).SetItems(spec.Environment) });
        var known = string.Join(", ", KernelSpecStore.Names().Append(CourseName).Append(EngineName).Append(AllName).Distinct()
            .Order(StringComparer.Ordinal));
        throw new CommandException($"There is no kernel '{name}'. Choose one of: {known}");
    }

    private static ImmutableDictionary<string, string> OwnEnvironment(int parallel) =>
        PinnedMathematics.UnlessSet().AddRange(Share(parallel));

    private static ImmutableDictionary<string, string> Share(int parallel) => ProcessorShare.Of(parallel, Environment.ProcessorCount);
}
