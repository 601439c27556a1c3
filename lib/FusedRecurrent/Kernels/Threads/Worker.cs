using System.Diagnostics;

namespace FusedRecurrent.Kernels.Threads;

/// <summary>
/// One background thread that runs its part of a <see cref="Team"/>'s work, looks out for more for a moment, then sleeps.
/// </summary>
internal sealed class Worker
{
    /// <summary>
    /// How long to look out for work before sleeping: longer than the gaps inside a training step, too short to be noticed.
    /// </summary>
    private static readonly long Patience = Stopwatch.Frequency / 5000;

    private readonly object _bed = new();
    private Team? _team;
    private int _rank;
    private int _asleep;

    internal Worker(int number) =>
        new Thread(Loop) { IsBackground = true, Name = $"TorchSharp worker {number}" }.Start();

    /// <summary>Whether the thread waits without using the processor.</summary>
    internal bool IsAsleep => Volatile.Read(ref _asleep) == 1;

    /// <summary>Hands over a part. The worker must be idle.</summary>
    internal void Start(Team team, int rank)
    {
        _rank = rank;
        Interlocked.Exchange(ref _team, team); // a full fence: the team is visible before the look at _asleep
        WakeIfAsleep();
    }

    /// <summary>Returns when the worker is idle.</summary>
    internal void Join()
    {
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _team) != null)
        {
            WakeIfAsleep(); // the caller may have been aborted between handing over the team and waking the worker
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    private void WakeIfAsleep()
    {
        if (IsAsleep)
        {
            lock (_bed)
            {
                Monitor.Pulse(_bed);
            }
        }
    }

    private void Loop()
    {
        while (true)
        {
            var team = WaitForWork();
            try
            {
                team.Run(_rank);
            }
            finally
            {
                Volatile.Write(ref _team, null);
            }
        }
    }

    private Team WaitForWork()
    {
        long deadline = Stopwatch.GetTimestamp() + Patience;
        do
        {
            for (int i = 0; i < 64; i++)
            {
                if (Volatile.Read(ref _team) is { } team)
                {
                    return team;
                }

                Thread.SpinWait(8);
            }
        }
        while (Stopwatch.GetTimestamp() < deadline);

        lock (_bed)
        {
            Interlocked.Exchange(ref _asleep, 1);
            Team? team;
            while ((team = Volatile.Read(ref _team)) == null)
            {
                Monitor.Wait(_bed);
            }

            Volatile.Write(ref _asleep, 0);
            return team;
        }
    }
}
