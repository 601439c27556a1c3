using System.Text;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Jupyter.Client;
using LstmCourse.Notebooks.Jupyter.Specs;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Setup;

/// <summary>Tries a library before it is used: ten steps of training, a chart, and a notebook of the course, in a kernel of their own.</summary>
/// <param name="folders">The repository whose notebook is run.</param>
/// <param name="progress">Is told how it goes on.</param>
internal sealed class SmokeRun(CourseFolders folders, ISetupProgress progress)
{
    private const string Resource = "LstmCourse.Cli.Setup.smoke.ipynb";
    private const string CourseNotebook = "03-vectors-shapes-and-bptt.ipynb";

    private static readonly TimeSpan CellTimeout = TimeSpan.FromMinutes(3);

    /// <summary>Runs the notebooks.</summary>
    /// <param name="trial">A folder in which the script leads to the library to try.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OfficialProfileException">A cell failed, or its kernel did.</exception>
    public async Task RunAsync(CourseFolders trial, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(trial.Notebooks);
        progress.Begin("Trying the library: ten steps of training, a chart, a notebook");
        await RunAsync(Notebook.Parse(Encoding.UTF8.GetBytes(Text()), "smoke.ipynb"), "training and a chart", trial, cancellationToken).ConfigureAwait(false);
        var lesson = Path.Combine(folders.Notebooks, CourseNotebook);
        await RunAsync(Notebook.Parse(await File.ReadAllBytesAsync(lesson, cancellationToken).ConfigureAwait(false), CourseNotebook), CourseNotebook, trial, cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task RunAsync(Notebook notebook, string what, CourseFolders trial, CancellationToken cancellationToken)
    {
        var runner = new NotebookRunner(new JupyterKernelFactory(KernelSpec.OfCourse(typeof(SmokeRun).Assembly.Location)), CellTimeout);
        var run = await runner.RunAsync(notebook, trial.Notebooks, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (run.Passed) return;
        var problem = run.StartProblem ?? $"cell {run.Failure!.Cell.Number}: {run.Failure.Problem}";
        throw new OfficialProfileException($"the smoke run failed ({what}, {problem.Split('\n')[0].TrimEnd('.', '\r')})");
    }

    private static string Text()
    {
        using var reader = new StreamReader(typeof(SmokeRun).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}
