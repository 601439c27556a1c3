namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// Brings a cell back to its own thread after each await, where it can be interrupted, without the deadlock that such contexts
/// are known for: if the thread is blocked in a <c>.Result</c>, the continuation goes to the pool instead.
/// </summary>
internal sealed class CellSynchronizationContext(Func<Thread?> thread) : SynchronizationContext
{
    private static readonly TimeSpan RescueInterval = TimeSpan.FromMilliseconds(5);

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

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            if (_state == State.Dropped) return;
            if (_state == State.Running && (_isWaiting || !IsThreadBlocked()))
            {
                _work.Enqueue((d, state));
                Monitor.PulseAll(_lock);
                if (!_isWaiting) WatchPostedWork();
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Callback(work.State), (Callback: d, State: state), preferLocal: false);
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
        lock (_lock) _state = State.Detached;
        MoveToPool();
    }

    /// <summary>What is posted from now on never runs: the interrupted cell stops at its next await.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            _state = State.Dropped;
            _work.Clear();
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

    private bool IsThreadBlocked() => thread() is { } current && current != Thread.CurrentThread && (current.ThreadState & ThreadState.WaitSleepJoin) != 0;

    private void MoveToPool()
    {
        lock (_lock)
        {
            while (_work.TryDequeue(out var work))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static item => item.Callback(item.State), work, preferLocal: false);
            }
        }
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
        timer.Change(RescueInterval, RescueInterval);
    }
}
