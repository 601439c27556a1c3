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
    public static INotebookKernelFactory Course() => new JupyterKernelFactory(
        KernelSpec.OfCourse(typeof(Kernels).Assembly.Location) with { Environment = PinnedMathematics.UnlessSet() });

    /// <summary>The kernel of a name.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static INotebookKernelFactory Find(string name, CourseFolders folders)
    {
        if (name == CourseName) return Course();
        if (name == EngineName) return new HostedKernelFactory(
            EngineName, Path.Combine(folders.Engine, EngineFile), PinnedMathematics.UnlessSet());
        if (KernelSpecStore.Find(name) is { } spec) return new JupyterKernelFactory(spec);
        var known = string.Join(", ", KernelSpecStore.Names().Append(CourseName).Append(EngineName).Append(AllName).Distinct()
            .Order(StringComparer.Ordinal));
        throw new CommandException($"There is no kernel '{name}'. Choose one of: {known}");
    }
}
