using System.CommandLine;
using LstmCourse.Cli.Running;
using LstmCourse.Notebooks.Jupyter.Server;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Commands;

/// <summary><c>course kernel</c>: runs the Jupyter kernel, makes it known to Jupyter's clients, and removes it.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "The C# kernel for Jupyter: VS Code, JupyterLab, Notebook, nbclient.")
    {
        Run(),
        Install(),
        Uninstall(),
    };

    private static Command Run()
    {
        var file = new Argument<string>("connection-file") { Description = "The file that the Jupyter client wrote." };
        var command = new Command("run", "Serve one kernel; Jupyter's clients call this.") { file };
        command.SetAction(result =>
        {
            var code = KernelHost.Run(result.GetRequiredValue(file));
            // Threads that a cell left running must not keep the process.
            Environment.Exit(code);
            return code;
        });
        return command;
    }

    private static Command Install()
    {
        var name = NameOption(
            "The kernel's name in notebooks. Without it: lstm-course, and .net-csharp too if that name is free, so that C# notebooks "
                + "find the kernel by themselves.");
        var displayName =
            new Option<string>("--display-name") { Description = "What to show in menus.", DefaultValueFactory = _ => "C# (LSTM course)" };
        var command = new Command("install", "Make the kernel known to Jupyter's clients, for this user.") { name, displayName };
        command.SetAction(result =>
        {
            var chosen = result.GetValue(name);
            InstallAs(chosen ?? KernelSpec.CourseName, result.GetRequiredValue(displayName));
            if (chosen is not null) return 0;
            if (IsFree(KernelSpec.CSharpName)) InstallAs(KernelSpec.CSharpName, result.GetRequiredValue(displayName));
            else Console.WriteLine(
                $"{KernelSpec.CSharpName} belongs to another kernel and stays as it is; to replace it: course kernel install --name "
                    + $"{KernelSpec.CSharpName}");
            return 0;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var name = NameOption("The name to remove. Without it: both that install writes.");
        var command = new Command("uninstall", "Remove what install wrote.") { name };
        command.SetAction(result =>
        {
            string[] names = result.GetValue(name) is { } chosen
                ? [chosen]
                : [KernelSpec.CourseName, .. IsOurs(KernelSpec.CSharpName) ? new[] { KernelSpec.CSharpName } : []];
            var removed = names.Select(n => (Name: n, Folder: KernelSpecStore.Uninstall(n))).Where(r => r.Folder is not null).ToList();
            foreach (var (removedName, folder) in removed) Console.WriteLine($"removed {removedName}: {folder}");
            if (removed.Count > 0) return 0;
            var installed = string.Join(", ", KernelSpecStore.Names().DefaultIfEmpty("none"));
            throw new CommandException($"There is no kernel '{names[0]}' in {KernelSpecStore.UserFolder}. Installed are: {installed}");
        });
        return command;
    }

    private static void InstallAs(string name, string displayName)
    {
        var spec = KernelSpec.OfCourse(
            typeof(KernelCommand).Assembly.Location, name, displayName) with
        { Environment = PinnedMathematics.Environment };
        Console.WriteLine($"installed {name}: {KernelSpecStore.Install(spec)}");
    }

    private static bool IsFree(string name) => !KernelSpecStore.Names().Contains(name) || IsOurs(name);

    private static bool IsOurs(string name)
    {
        try
        {
            return KernelSpecStore.Find(name) is { IsOfCourse: true };
        }
        catch (InvalidDataException)
        {
            // Whoever wrote that, it was not this command.
            return false;
        }
    }

    private static Option<string?> NameOption(string description)
    {
        var name = new Option<string?>("--name") { Description = description };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } value && !KernelSpecStore.IsValidName(value)) result.AddError(
                $"Expected a name of letters, digits, '-', '_' and '.' for --name, got '{value}'.");
        });
        return name;
    }
}
