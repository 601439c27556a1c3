namespace LstmCourse.Text;

/// <summary>
/// Cuts contractions the way the Penn Treebank does: <c>don't</c> is <c>do</c> + <c>n't</c>, so that one token carries the "not".
/// </summary>
internal static class Contractions
{
    private static readonly string[] Endings = ["n't", "'ve", "'ll", "'re", "'s", "'m", "'d"];

    // Written as one word, said as two: how many letters the first part has.
    private static readonly Dictionary<string, int> Fused = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cannot"] = 3,
        ["gonna"] = 3,
        ["gotta"] = 3,
        ["wanna"] = 3,
        ["gimme"] = 3,
        ["lemme"] = 3,
        ["'tis"] = 2,
        ["'twas"] = 2,
        ["d'ye"] = 2,
        ["more'n"] = 4,
    };

    /// <summary>Whether a word that begins with an apostrophe is spelled that way, rather than opening a quotation.</summary>
    public static bool StartsWithApostrophe(ReadOnlySpan<char> word) =>
        word.Equals("'tis", StringComparison.OrdinalIgnoreCase) || word.Equals("'twas", StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds the parts of a word to the tokens, in order; a word that is no contraction is added whole.</summary>
    public static void AddParts(string word, List<string> tokens)
    {
        var endings = new Stack<string>();
        while (FindEnding(word) is { } ending)
        {
            endings.Push(word[^ending.Length..]);
            word = word[..^ending.Length];
        }

        if (Fused.TryGetValue(word, out var first))
        {
            tokens.Add(word[..first]);
            tokens.Add(word[first..]);
        }
        else
        {
            tokens.Add(word);
        }

        tokens.AddRange(endings);
    }

    private static string? FindEnding(string word)
    {
        if (!word.Contains('\'', StringComparison.Ordinal)) return null;
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return ending;
        }

        return null;
    }
}
