using System.CommandLine;
using LstmCourse.Cli.Learning;
using LstmCourse.Cli.Running;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Grading;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course learn</c></summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var numbers = new Argument<string[]>("NN")
        {
            Description = "Numbers of notebooks, such as 03. Without any: all of them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "learn", "Copy notebooks without their outputs into learn/, to work in. A copy that is there already stays as it is.")
        {
            numbers,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folders = CourseFolders.Find();
            var lessons = Lessons.Find(folders.Notebooks, arguments.GetValue(numbers)!);
            var copies = Copy(folders, lessons, Console.Out);
            await SetupCommand.EnsureAsync(folders, Kernels.CourseName, Console.Out, cancellationToken).ConfigureAwait(false);
            var isKernelKnown = KernelSpecStore.Find(Kernels.CourseName) is not null;
            foreach (var line in NextSteps(copies[0], isKernelKnown)) Console.Out.WriteLine(line);
            return 0;
        });
        return command;
    }

    /// <summary>Makes the copies that are not there yet.</summary>
    /// <returns>The copies, as paths from the root of the repository.</returns>
    internal static string[] Copy(CourseFolders folders, string[] lessons, TextWriter log)
    {
        var up = Path.GetRelativePath(folders.Learn, folders.Notebooks).Replace('\\', '/');
        return [.. lessons.Select(lesson =>
        {
            var copy = Path.Combine(folders.Learn, Path.GetFileName(lesson));
            var name = Path.GetRelativePath(folders.Root, copy).Replace('\\', '/');
            if (File.Exists(copy))
            {
                log.WriteLine($"{name} is there already and stays as it is");
                return name;
            }

            Write(LearnerCopy.Of(Notebook.Read(lesson), up), copy, name);
            log.WriteLine($"{name} is yours");
            return name;
        })];
    }

    private static void Write(Notebook notebook, string copy, string name)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            notebook.Write(copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                $"{name} cannot be written. See that learn is a folder that you may write into, then run the command again. ({e.Message})");
        }
    }

    private static IEnumerable<string> NextSteps(string first, bool isKernelKnown)
    {
        if (!isKernelKnown) yield return "Once, to make the kernel known to VS Code and JupyterLab: ./course kernel install";
        yield return $"Open {first}, choose the kernel C# (LSTM course), and run the cells one by one from the top.";
        yield return $"How the exercises stand: ./course grade {Lessons.NumberOf(first)}";
    }
}
