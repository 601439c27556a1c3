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
        var parallel = OptionTypes.Count("--parallel", "How many notebooks run at a time.", 1);
        var kernel = new Option<string>("--kernel")
        {
            Description =
                "The kernel to run them in: the course's own, the name of an installed Jupyter kernel, or dotnet-interactive, the engine "
                    + "of Polyglot Notebooks.",
            HelpName = "NAME",
            DefaultValueFactory = _ => Kernels.CourseName,
        };
        var output = new Option<string?>("--out")
        {
            Description = "The folder for executed copies and reports. Without it: artifacts.",
            HelpName = "DIR",
        };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON instead of progress and table." };

        var command = new Command(
            "run",
            "Execute notebooks from top to bottom. Exit code 0: all as expected, 1: a cell failed or differed, 2: bad arguments or files.")
        {
            paths, check, update, timeout, parallel, kernel, output, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(update)) result.AddError("Expected --check or --update, got both.");
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
            };
            var kernelName = arguments.GetValue(kernel)!;
            var kernels = Kernels.Find(kernelName, folders);
            var files = Find(folders, arguments.GetValue(paths)!);
            MakeFolder(options.CopyFolder);
            var asJson = arguments.GetValue(json);
            var isFirst = !Directory.Exists(folders.Library);
            await SetupCommand.EnsureAsync(folders, kernelName, asJson ? Console.Error : Console.Out, cancellationToken)
                .ConfigureAwait(false);

            var results = await RunDisplay.RunAsync(
                files, asJson, observer => new CourseRunner(kernels, options, observer).RunAsync(files, cancellationToken))
                .ConfigureAwait(false);
            var report = new RunReport(results);
            report.Write(outputFolder);
            if (asJson) Console.Out.Write(report.ToJson());
            else RunTable.Write(results, report);
            if (isFirst && !Console.IsOutputRedirected) Console.Out.WriteLine(NextStep);
            return report.Failed == 0 ? 0 : SomethingFailed;
        });
        return command;
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
