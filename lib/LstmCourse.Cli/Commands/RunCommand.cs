using System.Collections.Immutable;
using System.CommandLine;
using LstmCourse.Cli.Running;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course run</c></summary>
internal static class RunCommand
{
    private const int SomethingFailed = 1;

    private const string NextStep =
        "Now open notebooks/01-why-lstm-gradient-flow.ipynb in VS Code or JupyterLab; ./course kernel install shows them the kernel.";

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description = "Notebooks, or folders with notebooks. Without any: all notebooks of the course.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Compare the outputs with the committed ones; numbers may differ by their tolerance.",
        };
        var update = new Option<bool>("--update") { Description = "Write the outputs into the notebooks, and touch nothing else in them." };
        var timeout = OptionTypes.Seconds("--timeout", "The longest a single cell may run.", 300);
        var parallel = OptionTypes.Count("--parallel", "How many notebooks run at a time, each with its share of the processors.", 1);
        var kernel = new Option<string>("--kernel")
        {
            Description =
                "The kernel to run them in: the course's own, the name of an installed Jupyter kernel, dotnet-interactive, the engine of "
                    + "Polyglot Notebooks, or all, which runs them in the course's and in that engine and compares the two.",
            HelpName = "NAME",
            DefaultValueFactory = _ => Kernels.CourseName,
        };
        var output = new Option<string?>("--out")
        {
            Description = "The folder for executed copies and reports. Without it: artifacts.",
            HelpName = "DIR"
        };
        var reruns = OptionTypes.CountFromZero("--reruns",
            "How often a notebook that did not pass is run again, to tell flaky from broken.");
        var parameters = new Option<string[]>("-p", "--parameter")
        {
            Description = "A value for a variable of the cell tagged 'parameters', as papermill does. May be given several times.",
            HelpName = "NAME=VALUE",
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON instead of progress and table." };

        var command = new Command(
            "run",
            "Execute notebooks from top to bottom. Exit code 0: all as expected, 1: a cell failed or differed, 2: bad arguments or files.")
        {
            paths, check, update, timeout, parallel, kernel, output, json, reruns, parameters,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(update)) result.AddError("Expected --check or --update, got both.");
            var changes = result.GetValue(kernel) == Kernels.AllName || result.GetValue(parameters) is { Length: > 0 };
            if (result.GetValue(update) && changes) result.AddError(
                "Expected --update without -p and --kernel all: what they give is not for the files.");
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folders = CourseFolders.Find();
            var outputFolder = arguments.GetValue(output) is { } given ? Path.GetFullPath(given) : folders.Artifacts;
            var options = new RunOptions
            {
                Mode = arguments.GetValue(check) ? RunMode.Check : arguments.GetValue(update) ? RunMode.Update : RunMode.Execute,
                CellTimeout = TimeSpan.FromSeconds(arguments.GetValue(timeout)),
                Parallel = arguments.GetValue(parallel),
                CopyFolder = Path.Combine(outputFolder, "notebooks"),
                Reruns = arguments.GetValue(reruns),
                OtherMathematics = PinnedMathematics.IsLeft,
                Parameters = ParametersOf(arguments.GetValue(parameters) ?? []),
            };
            var kernelName = arguments.GetValue(kernel)!;
            var (kernels, secondKernel) = kernelName == Kernels.AllName
                ? (Kernels.Course(options.Parallel), Kernels.Find(kernelName = Kernels.EngineName, folders, options.Parallel))
                : (Kernels.Find(kernelName, folders, options.Parallel), null);
            var files = Find(folders, arguments.GetValue(paths)!);
            MakeFolder(options.CopyFolder);
            var asJson = arguments.GetValue(json);
            var isFirst = !Directory.Exists(folders.Library);
            await SetupCommand.EnsureAsync(folders, kernelName, asJson ? Console.Error : Console.Out, cancellationToken)
                .ConfigureAwait(false);

            var results = await RunDisplay.RunAsync(
                files, asJson, observer => new CourseRunner(kernels, options, observer).RunAsync(files, cancellationToken))
                .ConfigureAwait(false);
            if (secondKernel is not null)
            {
                var again = options with
                {
                    Mode = RunMode.Execute,
                    CopyFolder = Path.Combine(outputFolder, "notebooks", secondKernel.Name)
                };
                var others = await RunDisplay.RunAsync(files, asJson, observer =>
                    new CourseRunner(secondKernel, again, observer).RunAsync(files, cancellationToken))
                    .ConfigureAwait(false);
                results = results.AddRange(KernelComparison.Of(results, others, secondKernel.Name));
            }

            var report = new RunReport(results);
            report.Write(outputFolder);
            if (asJson) Console.Out.Write(report.ToJson());
            else RunTable.Write(results, report);
            if (isFirst && !Console.IsOutputRedirected) Console.Out.WriteLine(NextStep);
            return report.Failed == 0 ? 0 : SomethingFailed;
        });
        return command;
    }

    private static NotebookParameters ParametersOf(string[] settings)
    {
        try
        {
            return NotebookParameters.Parse(settings);
        }
        catch (FormatException e)
        {
            throw new CommandException($"-p: {e.Message}");
        }
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"expected --out to name a folder that can be made, got {folder}: {e.Message}");
        }
    }

    private static ImmutableArray<NotebookFile> Find(CourseFolders folders, string[] paths)
    {
        if (paths.Length > 0) return NotebookFinder.Find(paths, Environment.CurrentDirectory);
        return NotebookFinder.Find([folders.Notebooks], Environment.CurrentDirectory);
    }
}
