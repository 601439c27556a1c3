using System.Diagnostics;
using System.Runtime;
using ThreadState = System.Threading.ThreadState;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// A thread for one cell that can be stopped, by steps: first the cell's token asks and the guards in its loops stop them, then the thread
/// is
/// woken from whatever it waits for, then aborted, at last left behind. The learner's code between two awaits runs on this thread too.
/// </summary>
internal sealed class CellThread : IDisposable
{
    /// <summary>How long code that watches the token has to end by itself before its waits are ended.</summary>
    public static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a library's code has to return to the cell's own before the thread is aborted, which not every library survives.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long an aborted thread has to unwind before it is left behind.</summary>
    public static readonly TimeSpan Unwinding = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WakingInterval = TimeSpan.FromMilliseconds(100);

    // Deep recursion is a lesson too; only the pages that are touched cost memory. But one without end takes time to unwind, and where only
    // the
    // compiler's own probes find it, it fills the stack.
    private const int StackBytes = 4 * 1024 * 1024;

    private readonly RunningCell _cell;
    private readonly bool _mayAbort;
    private readonly CellSynchronizationContext _context;
    private readonly CancellationTokenSource _abort = new();
    private readonly ManualResetEventSlim _finished = new();
    private readonly ManualResetEventSlim _interrupted = new();
    private Thread? _thread;
    private volatile bool _isAbortable;

    /// <param name="cell">What the thread is for.</param>
    /// <param name="mayAbort">Whether code that nothing else stops is aborted; if not, it is left behind.</param>
    public CellThread(RunningCell cell, bool mayAbort)
    {
        _cell = cell;
        _mayAbort = mayAbort;
        _context = new CellSynchronizationContext(() => _thread);
    }

    /// <summary>True once <see cref="Interrupt"/> was called.</summary>
    public bool IsInterrupted => _interrupted.IsSet;

    /// <summary>Runs the work on the thread and waits for it; false if it was interrupted, did not stop and was left behind.</summary>
    public bool Run(Action work)
    {
        _thread = new Thread(() => Work(work), StackBytes) { IsBackground = true, Name = _cell.Name };
        CellBufferFlusher.Watch(_cell.Buffer);
        _thread.Start();
        WaitHandle.WaitAny([_finished.WaitHandle, _interrupted.WaitHandle]);
        var hasEnded = _finished.IsSet || Stop();
        CellBufferFlusher.Unwatch(_cell.Buffer);
        return hasEnded;
    }

    /// <summary>Lets <see cref="Run"/> stop the work. May be called from any thread, at any time.</summary>
    public void Interrupt() => _interrupted.Set();

    /// <summary>
    /// Called from within the work: runs asynchronous code, its continuations on this thread, in such a way that it can be aborted.
    /// </summary>
    /// <exception cref="OperationCanceledException">The code was interrupted.</exception>
    public T RunAbortable<T>(Func<Task<object?>> code, Func<object?, T> finish)
    {
        T result = default!;
        _cell.Buffer.Owner = Thread.CurrentThread;
        _isAbortable = true;
        try
        {
#pragma warning disable SYSLIB0046 // There is no other way to stop a learner's endless loop without ending the process.
            ControlledExecution.Run(() => result = finish(_context.RunUntilCompleted(code, _cell.Cancellation)), _abort.Token);
#pragma warning restore SYSLIB0046
            return result;
        }
        finally
        {
            _isAbortable = false;
            _cell.Buffer.Owner = null;
            if (IsInterrupted) _context.Drop();
            else _context.Detach();
        }
    }

    public void Dispose()
    {
        _abort.Dispose();
        _finished.Dispose();
        _interrupted.Dispose();
    }

    private void Work(Action work)
    {
        CatchingCalls.EnterCell();
        try
        {
            work();
        }
        catch (ThreadInterruptedException) when (IsInterrupted)
        {
            // It was to be woken from a wait, and had just ended.
        }
        finally
        {
            Finish();
        }
    }

    private void Finish()
    {
        while (!_finished.IsSet)
        {
            try
            {
                _finished.Set();
            }
            catch (ThreadInterruptedException)
            {
                // Nobody may wait for this in vain.
            }
        }
    }

    private bool Stop()
    {
        LoopGuard.Raise();
        // Callbacks of the token and the abort itself may block, so each has a thread.
        RunAside(_cell.Cancel);
        if (_finished.Wait(Courtesy)) return true;
        if (_isAbortable)
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < Patience)
            {
                // Only waits: a thread that computes would keep the interrupt for a wait deep inside a library.
                if ((_thread!.ThreadState & ThreadState.WaitSleepJoin) != 0) _thread.Interrupt();
                if (_finished.Wait(WakingInterval)) return true;
            }

            if (_mayAbort) RunAside(_abort.Cancel);
        }

        return _finished.Wait(Unwinding);
    }

    private static void RunAside(Action action)
    {
        new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception e) when (e is AggregateException or ObjectDisposedException)
            {
                // A callback of the learner's failed, or the cell has just ended by itself.
            }
        })
        { IsBackground = true }.Start();
    }
}
