using System.Runtime.ExceptionServices;

namespace FusedRecurrent.Kernels.Threads;

/// <summary>
/// The threads that kernels share. Work is only ever split so that no sum crosses a boundary, so the number of threads never shows in a
/// result. One caller at a time has the threads; whoever comes meanwhile, from another thread or from inside a kernel, works alone.
/// </summary>
internal static class Workers
{
    private static readonly Lock Gate = new();

    private static Worker[] _workers = [];
    private static long _nextToken;
    private static long _owner;
    private static Team? _team;

    /// <summary>How many threads a kernel may use, the caller's included.</summary>
    internal static int Threads { get; private set; } = Environment.ProcessorCount;

    /// <summary>Whether no thread is working or looking out for work.</summary>
    internal static bool AreAsleep => _workers.All(worker => worker.IsAsleep);

    /// <summary>Sets <see cref="Threads"/>; at least one.</summary>
    internal static void SetThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
    }

    /// <summary>
    /// Calls <paramref name="body"/> for ranges [from, to) that together cover [0, <paramref name="count"/>), each once, of at least
    /// <paramref name="grain"/> items where possible, on several threads when there is enough for them.
    /// </summary>
    internal static void For(long count, long grain, Action<long, long> body) => For(count, grain, new RangeAction(body));

    /// <summary>As <see cref="For(long, long, Action{long, long})"/>, without an object.</summary>
    internal static void For<TWork>(long count, long grain, TWork work)
        where TWork : struct, IRangeWork
    {
        if (count <= 0)
        {
            return;
        }

        int shares = (int)Math.Clamp(count / Math.Max(1, grain), 1, Threads);
        if (shares == 1)
        {
            work.Run(0, count);
            return;
        }

        TeamCall<SharedRange<TWork>>.Run(shares, new(work, count));
    }

    /// <summary>
    /// Runs <paramref name="body"/> on up to <paramref name="wanted"/> threads at once, each knowing its rank and their number, which may
    /// be one. An exception in any of them reaches the caller after all have stopped.
    /// </summary>
    internal static void Run(int wanted, Action<TeamMember> body)
    {
        long token = Interlocked.Increment(ref _nextToken);
        Team? team = null;
        bool finished = false;
        try
        {
            if (wanted <= 1 || Interlocked.CompareExchange(ref _owner, token, 0) != 0)
            {
                body(new TeamMember(null, 0, 1));
                return;
            }

            var workers = Ensure(wanted - 1);
            team = Interlocked.Exchange(ref _team, null) ?? new Team();
            team.Assemble(wanted, body);
            for (int rank = 1; rank < wanted; rank++)
            {
                workers[rank - 1].Start(team, rank);
            }

            team.Run(0);
            finished = true;
        }
        finally
        {
            // Also when the caller's thread is being aborted: no worker may outlive the memory that it was given.
            if (Volatile.Read(ref _owner) == token)
            {
                if (!finished)
                {
                    team?.Cancel();
                }

                foreach (var worker in _workers)
                {
                    worker.Join();
                }

                Volatile.Write(ref _owner, 0);
            }
        }

        if (team.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        team.Assemble(0, null);
        _team = team;
    }

    private static Worker[] Ensure(int count)
    {
        if (_workers.Length < count)
        {
            lock (Gate)
            {
                _workers = [.. _workers, .. Enumerable.Range(_workers.Length, count - _workers.Length).Select(i => new Worker(i + 1))];
            }
        }

        return _workers;
    }
}
