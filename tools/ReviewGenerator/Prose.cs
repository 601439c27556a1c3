using System.Text.RegularExpressions;

namespace ReviewGenerator;

/// <summary>Turns clauses into sentences.</summary>
internal static partial class Prose
{
    private static readonly Dictionary<string, string> Contractions = new(StringComparer.Ordinal)
    {
        ["is not"] = "isn't",
        ["are not"] = "aren't",
        ["was not"] = "wasn't",
        ["did not"] = "didn't",
        ["do not"] = "don't",
        ["does not"] = "doesn't",
        ["could not"] = "couldn't",
        ["would not"] = "wouldn't",
        ["will not"] = "won't",
        ["had not"] = "hadn't",
        ["has not"] = "hasn't",
        ["have not"] = "haven't",
        ["cannot"] = "can't",
        ["i am"] = "I'm",
        ["i have been"] = "I've been",
        ["i have never"] = "I've never",
        ["i have seen"] = "I've seen",
        ["i would"] = "I'd",
        ["it is"] = "it's",
        ["there is"] = "there's",
        ["you will"] = "you'll",
        ["they are"] = "they're",
        ["you are"] = "you're",
    };

    /// <summary>A sentence from a clause: first letter capital, a full stop unless it ends otherwise.</summary>
    public static string Sentence(string clause, char end = '.')
    {
        var first = clause.AsSpan().IndexOfAnyInRange('A', 'z');
        var text = clause[..first] + char.ToUpperInvariant(clause[first]) + clause[(first + 1)..];
        if (text.EndsWith('"') && text.Length > 1 && !char.IsPunctuation(text[^2])) return text[..^1] + end + '"';
        return text[^1] is '.' or '!' or '?' || text.EndsWith(".\"", StringComparison.Ordinal) ? text : text + end;
    }

    /// <summary>Puts "an" before a vowel.</summary>
    public static string FixArticles(string text) => Article().Replace(text, "$1n ");

    /// <summary>Writes "isn't" for "is not", and so on; not at the end of a clause, where nobody does.</summary>
    public static string Contract(string text) => Contractible().Replace(text, match =>
    {
        var contracted = Contractions[match.Value.ToLowerInvariant()];
        return char.IsUpper(match.Value[0]) ? Capital(contracted) : contracted;
    });

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(
        @"\b(?:(?:is|are|was|did|do|does|could|would|will|had|has|have) not|cannot|i am|i have (?:been|never|seen)|i would|(?:it|there) "
            + @"is(?! not\b)|you will(?! not\b)|(?:they|you) are(?! not\b))(?= )",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contractible();

    [GeneratedRegex(@"\b([Aa]) (?=""?(?:[aeiou]|hour|honest))(?!one\b|once|uni|use|eu)", RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
