namespace LstmCourse.Evaluation.Baselines;

/// <summary>What followed one context, and how often.</summary>
internal sealed class NgramCounts
{
    private readonly Dictionary<long, int> _next = [];

    /// <summary>All counts together.</summary>
    public int Total { get; private set; }

    /// <summary>How many different tokens followed.</summary>
    public int Types => _next.Count;

    public int this[long next] => _next.GetValueOrDefault(next);

    public IEnumerable<KeyValuePair<long, int>> Following => _next;

    /// <summary>Counts a token, and says whether it was new here.</summary>
    public bool Add(long next)
    {
        var count = _next.GetValueOrDefault(next);
        _next[next] = count + 1;
        Total++;
        return count == 0;
    }
}
