using LstmCourse.Data;

namespace ReviewGenerator;

/// <summary>What one text is about while it is written, and which alternatives it has used.</summary>
/// <param name="random">Draws the alternatives.</param>
internal sealed class GrammarContext(SeededRandom random)
{
    private readonly Dictionary<string, HashSet<Alternative>> _used = new(StringComparer.Ordinal);

    /// <summary>How strongly an opinion is put.</summary>
    public static IReadOnlyList<string> Strengths { get; } = ["mild", "plain", "strong"];

    /// <summary>Draws the alternatives.</summary>
    public SeededRandom Random { get; } = random;

    /// <summary>What a clause is about, such as the acting.</summary>
    public string Aspect { get; set; } = "";

    /// <summary>One of <see cref="Strengths"/>.</summary>
    public string Strength { get; set; } = "plain";

    /// <summary>Whether the clause being written is in favour.</summary>
    public bool Positive { get; set; }

    /// <summary>Names with one value throughout the text, such as the hero's.</summary>
    public Dictionary<string, string> Bound { get; } = new(StringComparer.Ordinal);

    /// <summary>Draws an alternative that the text has not used yet, or any once all are used.</summary>
    public Alternative Choose(string rule, Alternative[] alternatives)
    {
        if (!_used.TryGetValue(rule, out var used)) _used[rule] = used = new HashSet<Alternative>(ReferenceEqualityComparer.Instance);
        if (alternatives.All(used.Contains)) used.Clear();
        Alternative chosen;
        do chosen = Random.Pick<Alternative>(alternatives);
        while (used.Contains(chosen));
        used.Add(chosen);
        return chosen;
    }
}
