namespace LstmCourse.Cli.Setup;

/// <summary>Writes a line for each step: for log files and pipes.</summary>
internal sealed class PlainProgress(TextWriter log) : ISetupProgress
{
    public void Begin(string step) => log.WriteLine($"{step} …");

    public void Report(string detail)
    {
    }
}
