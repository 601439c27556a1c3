namespace FusedRecurrent.Kernels.Threads;

/// <summary>The threads that run one piece of work together, and their barrier.</summary>
internal sealed class Team
{
    private int _size;
    private Action<TeamMember>? _body;
    private int _arrived;
    private int _round;
    private volatile bool _cancelled;
    private Exception? _failure;

    /// <summary>What went wrong on a worker, if anything.</summary>
    internal Exception? Failure => _failure;

    /// <summary>Gives a team whose last work ended well its next.</summary>
    internal void Assemble(int size, Action<TeamMember>? body) => (_size, _body) = (size, body);

    /// <summary>Releases everyone from the barrier, with an exception.</summary>
    internal void Cancel() => _cancelled = true;

    /// <summary>A worker's part.</summary>
    internal void Run(int rank)
    {
        try
        {
            _body!(new TeamMember(this, rank, _size));
        }
        catch (TeamCancelledException)
        {
            // Whoever cancelled has the reason.
        }
#pragma warning disable CA1031 // whatever it is goes to the caller
        catch (Exception e)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            Cancel();
        }
    }

    /// <summary>Returns when all members have come here.</summary>
    internal void Wait()
    {
        int round = Volatile.Read(ref _round);
        if (Interlocked.Increment(ref _arrived) == _size)
        {
            _arrived = 0;
            Volatile.Write(ref _round, round + 1);
            return;
        }

        int tries = 0;
        while (Volatile.Read(ref _round) == round)
        {
            if (_cancelled)
            {
                throw new TeamCancelledException();
            }

            if (++tries < 2000)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield(); // more threads than processors
            }
        }
    }
}

/// <summary>One thread's place in a team.</summary>
internal readonly struct TeamMember(Team? team, int rank, int size)
{
    internal int Rank { get; } = rank;

    internal int Size { get; } = size;

    /// <summary>Returns when all members have come here. Every member must come equally often.</summary>
    internal void Wait() => team?.Wait();

    /// <summary>This member's share [from, to) of <paramref name="count"/> items, cut at multiples of <paramref name="unit"/>.</summary>
    internal (long From, long To) Share(long count, long unit = 1)
    {
        long units = (count + unit - 1) / unit;
        return (Math.Min(count, units * Rank / Size * unit), Math.Min(count, units * (Rank + 1) / Size * unit));
    }
}

/// <summary>Another member of the team failed.</summary>
internal sealed class TeamCancelledException : Exception;
