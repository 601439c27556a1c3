namespace LstmCourse.Text;

/// <summary>Decides whether a full stop belongs to the word before it.</summary>
internal static class Abbreviations
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "dept", "gen", "col", "capt", "lt", "sgt", "rev", "hon",
        "messrs", "mme", "mlle", "approx", "vol", "ca", "cf",
    };

    // Abbreviations that stand before a name or a number and so never end a sentence.
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "capt", "lt", "sgt", "rev", "messrs", "mme", "mlle",
    };

    /// <summary>
    /// Whether the full stop at <paramref name="stop"/> is part of the word that ends there: a known abbreviation (<c>Mr.</c>),
    /// dotted letters (<c>U.S.</c>, <c>e.g.</c>) or an initial before a name (<c>J. Smith</c>).
    /// </summary>
    public static bool OwnsStop(string text, int start, int stop)
    {
        var word = text.AsSpan(start, stop - start);
        if (IsDottedLetters(word)) return true;

        var rest = text.AsSpan(stop + 1);
        var nameFollows = rest.Length > 1 && rest[0] == ' ' && char.IsUpper(rest[1]);
        if (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') return nameFollows;

        var key = word.ToString();
        if (!Known.Contains(key)) return false;
        var endsText = rest.IsWhiteSpace();
        return !endsText && (Titles.Contains(key) || !nameFollows || key.Equals("St", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDottedLetters(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }

        return true;
    }
}
