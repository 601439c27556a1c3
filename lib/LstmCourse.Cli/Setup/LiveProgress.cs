using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace LstmCourse.Cli.Setup;

/// <summary>Shows the current step on a terminal with a spinner, how far it is, and the seconds that it has taken.</summary>
internal sealed class LiveProgress(StatusContext status) : ISetupProgress
{
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = new();
    private string _step = "", _detail = "";

    /// <summary>Does some work and shows how it goes on.</summary>
    public static async Task ShowAsync(StatusContext status, Func<ISetupProgress, Task> work)
    {
        var progress = new LiveProgress(status);
        using var timer = new Timer(_ => progress.Draw(), state: null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        await work(progress).ConfigureAwait(false);
    }

    public void Begin(string step)
    {
        lock (_gate)
        {
            (_step, _detail) = (step, "");
            _clock.Restart();
        }

        Draw();
    }

    public void Report(string detail)
    {
        lock (_gate) _detail = detail;
        Draw();
    }

    private void Draw()
    {
        lock (_gate)
        {
            var detail = _detail.Length > 0 ? $": {_detail}" : "";
            status.Status(
                Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{_step}{detail}, {_clock.Elapsed.TotalSeconds:0} s …")));
        }
    }
}
