using LstmCourse.Notebooks.Execution.Hosting;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Running;

/// <summary>Finds the kernel that <c>--kernel</c> names.</summary>
internal static class Kernels
{
    /// <summary>The course's own kernel: this very program, started as <c>course kernel run</c>; nothing need be installed for it.</summary>
    public const string CourseName = KernelSpec.CourseName;

    /// <summary>The engine of .NET Interactive, which the official profile brings along.</summary>
    public const string EngineName = "dotnet-interactive";

    /// <summary>The program of that engine.</summary>
    public const string EngineFile = "LstmCourse.DotNetInteractive.dll";

    /// <exception cref="CommandException">There is no kernel of this name.</exception>
    public static INotebookKernelFactory Find(string name, CourseFolders folders)
    {
        var engine = Path.Combine(folders.Engine, EngineFile);
        if (name == EngineName && File.Exists(engine)) return new HostedKernelFactory(EngineName, engine);
        if (name == CourseName) return new JupyterKernelFactory(KernelSpec.OfCourse(typeof(Kernels).Assembly.Location));
        if (KernelSpecStore.Find(name) is { } spec) return new JupyterKernelFactory(spec);
        if (name == EngineName) throw new CommandException($"The kernel '{EngineName}' comes with the official profile: ./course setup --profile official");
        var known = string.Join(", ", KernelSpecStore.Names().Append(CourseName).Distinct().Order(StringComparer.Ordinal));
        throw new CommandException($"There is no kernel '{name}'. Choose one of: {known}");
    }
}
