using System.Collections.Concurrent;
using System.Globalization;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// One execution of one cell. It flows into the tasks and threads that the cell starts, so that what they print later
/// still belongs to it; code that carries no cell at all writes to the one that ran last.
/// </summary>
/// <param name="number">The number the learner sees beside the cell.</param>
/// <param name="output">Where its outputs go.</param>
/// <param name="session">The cells of its session by number, which it joins when it begins.</param>
internal sealed class RunningCell(int number, ICellOutput output, ConcurrentDictionary<int, RunningCell>? session = null) : IDisposable
{
    private static readonly AsyncLocal<RunningCell?> Flowing = new();
    private static volatile RunningCell? _latest;

    private readonly CancellationTokenSource _cancellation = new();
    private int _displays;

    /// <summary>The cell that the calling code belongs to, or null outside of a session.</summary>
    public static RunningCell? Current => Flowing.Value ?? _latest;

    /// <summary>Whether <see cref="Current"/> is known to be the cell of the calling code, and not only the latest one.</summary>
    public static bool IsCurrentCertain => Flowing.Value is not null;

    /// <summary>The number the learner sees beside the cell.</summary>
    public int Number { get; } = number;

    /// <summary>The name in error messages and stack traces: "cell 7".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"cell {Number}");

    /// <summary>Cancelled when the person interrupts the cell.</summary>
    public CancellationToken Cancellation => _cancellation.Token;

    public CellBuffer Buffer { get; } = new(output);

    /// <summary>Makes this the cell of the calling thread and of everything it starts.</summary>
    public void Enter()
    {
        (Flowing.Value, _latest) = (this, this);
        // A number that stands for several cells means the last one.
        if (session is not null) session[Number] = this;
    }

    /// <summary>Another cell of the same session, or null if there is none of this number.</summary>
    public RunningCell? Find(int other) => session?.GetValueOrDefault(other);

    public void Cancel() => _cancellation.Cancel();

    /// <summary>An id that is the same in every run of the notebook: <c>c7-1</c> for the first display of cell 7.</summary>
    public string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"c{Number}-{Interlocked.Increment(ref _displays)}");

    public void Display(MimeBundle data, string displayId) => Buffer.Display(data, displayId);

    /// <summary>Asks the person for a line.</summary>
    public string ReadLine(string prompt, bool isPassword)
    {
        // On another thread, since this one may be aborted and must hold no lock then.
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                Buffer.Flush();
                answer.SetResult(output.ReadLine(prompt, isPassword, Cancellation));
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
        }, 256 * 1024)
        { IsBackground = true, Name = "input" }.Start();
        return answer.Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Buffer.Flush();
        Interlocked.CompareExchange(ref _latest, null, this);
        _cancellation.Dispose();
    }
}
