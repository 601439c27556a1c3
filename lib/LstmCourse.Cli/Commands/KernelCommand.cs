using System.CommandLine;
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
        var name = NameOption();
        var displayName = new Option<string>("--display-name") { Description = "What to show in menus.", DefaultValueFactory = _ => "C# (LSTM course)" };
        var command = new Command("install", "Make the kernel known to Jupyter's clients, for this user.") { name, displayName };
        command.SetAction(result =>
        {
            var spec = KernelSpec.OfCourse(typeof(KernelCommand).Assembly.Location, result.GetRequiredValue(name), result.GetRequiredValue(displayName));
            Console.WriteLine($"installed {spec.Name}: {KernelSpecStore.Install(spec)}");
            return 0;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var name = NameOption();
        var command = new Command("uninstall", "Remove what install wrote.") { name };
        command.SetAction(result =>
        {
            var chosen = result.GetRequiredValue(name);
            if (KernelSpecStore.Uninstall(chosen) is { } folder)
            {
                Console.WriteLine($"removed {chosen}: {folder}");
                return 0;
            }

            Console.Error.WriteLine($"there is no kernel '{chosen}' in {KernelSpecStore.UserFolder}; installed are: {string.Join(", ", KernelSpecStore.Names())}");
            return 2;
        });
        return command;
    }

    private static Option<string> NameOption()
    {
        var name = new Option<string>("--name") { Description = "The kernel's name in notebooks.", DefaultValueFactory = _ => KernelSpec.CourseName };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } value && !KernelSpecStore.IsValidName(value)) result.AddError($"expected a name of letters, digits, '-', '_' and '.', got '{value}'");
        });
        return name;
    }
}
