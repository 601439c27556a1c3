namespace FusedRecurrent.Kernels.Threads;

/// <summary>Work over a range of items as a structure: unlike a closure it costs no object.</summary>
internal interface IRangeWork
{
    /// <summary>Does items [from, to).</summary>
    void Run(long from, long to);
}

/// <summary>A closure as such work, for where an object does not matter.</summary>
internal readonly struct RangeAction(Action<long, long> body) : IRangeWork
{
    public void Run(long from, long to) => body(from, to);
}

/// <summary>A range shared out evenly among a team.</summary>
internal readonly struct SharedRange<TWork>(TWork work, long count) : ITeamWork
    where TWork : struct, IRangeWork
{
    public void Run(TeamMember member) => work.Run(count * member.Rank / member.Size, count * (member.Rank + 1) / member.Size);
}
