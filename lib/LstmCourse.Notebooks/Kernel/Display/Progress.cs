using System.Diagnostics;
using System.Globalization;
using System.Net;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>
/// A bar that moves while something long runs. When it is done only counts remain, no times, so that a notebook reads the same after every
/// run.
/// </summary>
/// <example><c>foreach (var epoch in Progress.Over(Enumerable.Range(1, 10), "epochs")) { … }</c></example>
public sealed class Progress : IDisposable
{
    private const int Width = 30;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly int _total;
    private readonly string _label;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly DisplayedValue _displayed;
    private readonly object _lock = new();
    private string _note = "";
    private long _shown;
    private bool _isEnded;

    /// <summary>Shows an empty bar.</summary>
    /// <param name="total">How many steps there are; 0 if that is not known.</param>
    /// <param name="label">What is being done.</param>
    public Progress(int total, string label = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        (_total, _label) = (total, label);
        _displayed = NotebookHelpers.display(Render());
    }

    /// <summary>How many steps are done.</summary>
    public int Done { get; private set; }

    /// <summary>Goes through a sequence and moves a bar on the way.</summary>
    /// <param name="items">The sequence.</param>
    /// <param name="label">What is being done.</param>
    public static IEnumerable<T> Over<T>(IEnumerable<T> items, string label = "")
    {
        ArgumentNullException.ThrowIfNull(items);
        return Walk();

        IEnumerable<T> Walk()
        {
            using var bar = new Progress(items.TryGetNonEnumeratedCount(out var count) ? count : 0, label);
            foreach (var item in items)
            {
                yield return item;
                bar.Step();
            }
        }
    }

    /// <summary>One step more is done.</summary>
    /// <param name="note">What to write behind the bar; the last note stays if null.</param>
    public void Step(string? note = null)
    {
        lock (_lock) Report(Done + 1, note);
    }

    /// <summary>So many steps are done.</summary>
    /// <param name="done">From 0 to the total.</param>
    /// <param name="note">What to write behind the bar; the last note stays if null.</param>
    public void Report(int done, string? note = null)
    {
        lock (_lock)
        {
            if (_isEnded) return;
            (Done, _note) = (_total == 0 ? Math.Max(0, done) : Math.Clamp(done, 0, _total), note ?? _note);
            if (_shown != 0 && Stopwatch.GetElapsedTime(_shown) < Interval) return;
            _shown = Stopwatch.GetTimestamp();
            _displayed.Update(Render());
        }
    }

    /// <summary>Shows how far it came, and no more moves.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isEnded) return;
            _isEnded = true;
            _displayed.Update(Render());
        }
    }

    private ProgressState Render()
    {
        var count = _total == 0 ? Done.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Done}/{_total}");
        var text = string.Join(' ', new[] { _label, count, _note, _isEnded ? "" : TimeLeft() }.Where(t => t.Length > 0));
        var filled = _total == 0 ? 0 : (int)((long)Done * Width / _total);
        var bar = _total == 0 ? "" : $"[{new string('#', filled)}{new string('.', Width - filled)}] ";
        var html = string.Create(CultureInfo.InvariantCulture,
            $"<progress value=\"{Done}\" max=\"{Math.Max(_total, 1)}\" style=\"width: 20em\"></progress> {WebUtility.HtmlEncode(text)}");
        return new ProgressState(html, bar + text);
    }

    private string TimeLeft()
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (_total == 0 || Done == 0 || elapsed < TimeSpan.FromSeconds(2)) return "";
        var left = elapsed * ((double)(_total - Done) / Done);
        return string.Create(CultureInfo.InvariantCulture,
            $"({(left.TotalSeconds < 100 ? $"{left.TotalSeconds:0} s" : $"{left.TotalMinutes:0} min")} left)");
    }

    private sealed record ProgressState(string Content, string PlainText) : IMimeContent
    {
        public string MimeType => "text/html";
    }
}
