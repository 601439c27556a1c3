using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Server;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Notebooks.Tests.Jupyter;

/// <summary>The tests' own kernel in a process of its own: for what would end, or change, the process of the tests.</summary>
internal static class KernelProgram
{
    /// <summary>Starts such kernels.</summary>
    public static JupyterKernelFactory Factory { get; } = new(KernelSpec.OfCourse(typeof(KernelProgram).Assembly.Location));

    public static int Main(string[] arguments) => KernelHost.Run(arguments[^1]);

    /// <summary>Executes a notebook in a fresh kernel.</summary>
    public static Task<NotebookRun> RunAsync(Notebook notebook) =>
        new NotebookRunner(Factory, TimeSpan.FromMinutes(2)).RunAsync(notebook, Path.GetTempPath());
}
