namespace LstmCourse.Exercises;

/// <summary>Remembers for each check which hints were given: one at a time, the fitting one first, each once.</summary>
internal sealed class HintBook
{
    /// <summary>What follows the last hint.</summary>
    public const string WhereTheSolutionIs = "a solution to compare with lies in notebooks/solutions";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<string>> _given = new(StringComparer.Ordinal);

    /// <summary>The one that a notebook's checks share: a fresh kernel starts from the first hint again.</summary>
    public static HintBook OfProcess { get; set; } = new();

    /// <summary>Whether a check has had a wrong try.</summary>
    public bool Knows(string check)
    {
        lock (_gate) return _given.ContainsKey(check);
    }

    /// <summary>The hint for a wrong try.</summary>
    /// <param name="check">The check's name.</param>
    /// <param name="fitting">The hint for just this wrong answer, or null.</param>
    /// <param name="hints">The check's hints in order.</param>
    /// <returns>Null for the first try where a check has no hint at all.</returns>
    public string? Next(string check, string? fitting, IReadOnlyList<string> hints)
    {
        lock (_gate)
        {
            var isFirst = !_given.TryGetValue(check, out var given);
            if (given is null) _given.Add(check, given = new HashSet<string>(StringComparer.Ordinal));
            if (fitting is not null && given.Add(fitting)) return fitting;
            return hints.FirstOrDefault(given.Add) ?? (isFirst ? null : WhereTheSolutionIs);
        }
    }
}
