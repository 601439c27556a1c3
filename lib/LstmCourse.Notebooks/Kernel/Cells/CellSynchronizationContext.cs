namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// Brings a cell back to its own thread after each await, where it can be interrupted, without the deadlock that such contexts
/// are known for: if the thread is blocked in a <c>.Result</c>, the continuation goes to the pool instead.
/// </summary>
internal sealed class CellSynchronizationContext(Func<Thread?> thread) : SynchronizationContext
{
    private static readonly TimeSpan RescueInterval = TimeSpan.FromMilliseconds(5);

    private static int _unfinished;

    private readonly object _lock = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private bool _isWaiting;
    private State _state;

    private enum State
    {
        Running,
        Detached,
        Dropped,
    }

    /// <summary>
    /// How many asynchronous methods without a task, and how many continuations that went to the pool, have not ended: what they throw is
    /// nobody's, so whoever ends the session waits for them a little.
    /// </summary>
    public static int Unfinished => Volatile.Read(ref _unfinished);

    public override void OperationStarted() => Interlocked.Increment(ref _unfinished);

    public override void OperationCompleted() => Interlocked.Decrement(ref _unfinished);

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!IsTaken(d, state)) QueueToPool((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs asynchronous code on the calling thread until its task has completed.</summary>
    public object? RunUntilCompleted(Func<Task<object?>> code, CancellationToken cancellationToken)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = code();
            if (!task.IsCompleted) Pump(task, cancellationToken);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>What is posted from now on runs on the pool: tasks that the cell left running go on.</summary>
    public void Detach()
    {
        Enter(State.Detached);
        MoveToPool();
    }

    /// <summary>What is posted from now on never runs: the interrupted cell stops at its next await.</summary>
    public void Drop() => Enter(State.Dropped);

    private bool IsTaken(SendOrPostCallback d, object? state)
    {
        var isLocked = false;
        try
        {
            Uninterrupted(() => Monitor.Enter(_lock, ref isLocked));
            if (_state == State.Dropped) return true;
            if (_state == State.Detached || (!_isWaiting && IsThreadBlocked())) return false;
            _work.Enqueue((d, state));
            Monitor.PulseAll(_lock);
            if (!_isWaiting) WatchPostedWork();
            return true;
        }
        finally
        {
            if (isLocked) Monitor.Exit(_lock);
        }
    }

    private void Enter(State state)
    {
        var isLocked = false;
        try
        {
            Uninterrupted(() => Monitor.Enter(_lock, ref isLocked));
            _state = state;
            if (state == State.Dropped) _work.Clear();
        }
        finally
        {
            if (isLocked) Monitor.Exit(_lock);
        }
    }

    private void Pump(Task task, CancellationToken cancellationToken)
    {
        task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using var registration = cancellationToken.UnsafeRegister(static context => ((CellSynchronizationContext)context!).Wake(), this);
        while (true)
        {
            (SendOrPostCallback Callback, object? State) work;
            lock (_lock)
            {
                _isWaiting = true;
                try
                {
                    while (_work.Count == 0 && !task.IsCompleted && !cancellationToken.IsCancellationRequested) Monitor.Wait(_lock);
                }
                finally
                {
                    _isWaiting = false;
                }

                if (!_work.TryDequeue(out work))
                {
                    if (task.IsCompleted) return;
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }

            work.Callback(work.State);
        }
    }

    private void Wake()
    {
        lock (_lock) Monitor.PulseAll(_lock);
    }

    private bool IsThreadBlocked() =>
        thread() is { } current && current != Thread.CurrentThread && (current.ThreadState & ThreadState.WaitSleepJoin) != 0;

    private void MoveToPool()
    {
        lock (_lock)
        {
            while (_work.TryDequeue(out var work)) QueueToPool(work);
        }
    }

    private static void QueueToPool((SendOrPostCallback Callback, object? State) work)
    {
        Interlocked.Increment(ref _unfinished);
        ThreadPool.UnsafeQueueUserWorkItem(
            static work =>
            {
                try
                {
                    work.Callback(work.State);
                }
                finally
                {
                    // What it throws has been told by now: the handler of such exceptions comes before this.
                    Interlocked.Decrement(ref _unfinished);
                }
            },
            work,
            preferLocal: false);
    }

    // Looks again at work that was posted while the thread was busy, until somebody has taken it.
    private void WatchPostedWork()
    {
        Timer? timer = null;
        timer = new Timer(_ =>
        {
            lock (_lock)
            {
                if (_work.Count > 0 && !_isWaiting)
                {
                    if (!IsThreadBlocked()) return;
                    MoveToPool();
                }
            }

            timer!.Dispose();
        });
        Uninterrupted(() => timer.Change(RescueInterval, RescueInterval));
    }

    // The cell's thread waits for locks here too, and is woken from waits to stop it. An exception here would do harm: an await in the
    // learner's code does not expect one, and throws it where nobody catches it. The thread is woken again if it still runs a moment later.
    private static void Uninterrupted(Action action)
    {
        while (true)
        {
            try
            {
                action();
                return;
            }
            catch (ThreadInterruptedException)
            {
                // Once more.
            }
        }
    }
}
