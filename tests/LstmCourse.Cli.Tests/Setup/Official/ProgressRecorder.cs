using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup.Official;

/// <summary>Keeps what a set-up says.</summary>
internal sealed class ProgressRecorder(Action<string>? onBegin = null) : ISetupProgress
{
    public List<string> Steps { get; } = [];

    public List<string> Said { get; } = [];

    public void Begin(string step)
    {
        Steps.Add(step);
        onBegin?.Invoke(step);
    }

    public void Report(string detail)
    {
    }

    public void Say(string line) => Said.Add(line);
}
