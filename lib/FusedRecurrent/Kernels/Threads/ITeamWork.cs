namespace FusedRecurrent.Kernels.Threads;

/// <summary>Work of a team as a structure: unlike a closure it costs no object.</summary>
internal interface ITeamWork
{
    /// <summary>Does one member's part.</summary>
    void Run(TeamMember member);
}

/// <summary>
/// Such work in the hands of a team. One caller at a time has the threads, so one such object for each kind of work, kept from call to
/// call, serves a whole training run.
/// </summary>
internal sealed class TeamCall<TWork>
    where TWork : struct, ITeamWork
{
    private static TeamCall<TWork>? _idle;

    private readonly Action<TeamMember> _body;
    private TWork _work;

    private TeamCall() => _body = member => _work.Run(member);

    internal static void Run(int wanted, TWork work)
    {
        var call = Interlocked.Exchange(ref _idle, null) ?? new TeamCall<TWork>();
        call._work = work;
        Workers.Run(wanted, call._body);

        // Not after an error: nobody knows then who still looks at it.
        call._work = default;
        _idle = call;
    }
}
