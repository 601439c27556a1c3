using Spectre.Console;

namespace LstmCourse.Cli.Setup;

/// <summary>Shows the current step with a spinner and how far it is.</summary>
internal sealed class LiveProgress(StatusContext status) : ISetupProgress
{
    private string _step = "";

    public void Begin(string step)
    {
        _step = step;
        status.Status(Markup.Escape($"{step} …"));
    }

    public void Report(string detail) => status.Status(Markup.Escape($"{_step}: {detail} …"));

    public void Say(string line) => AnsiConsole.WriteLine(line);
}
