using System.Text;

namespace LstmCourse.Text;

/// <summary>Puts tokens back together as text that reads well.</summary>
public static class Detokenizer
{
    /// <summary>
    /// Joins tokens by spaces, except where print has none: before punctuation and the ends of contractions, after opening brackets,
    /// and inside quotation marks, which open and close in turn.
    /// </summary>
    /// <param name="tokens">Tokens as <see cref="WordTokenizer"/> gives them.</param>
    /// <returns>The text. The exact spaces of the original are not known any more.</returns>
    public static string Join(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var text = new StringBuilder();
        var (insideQuotes, glue) = (false, true);
        foreach (var token in tokens)
        {
            var closesQuote = token == "\"" && insideQuotes;
            if (!glue && !closesQuote && !AttachesToTheLeft(token)) text.Append(' ');
            text.Append(token);
            if (token == "\"") insideQuotes = !insideQuotes;
            glue = token is "(" or "[" or "{" or "$" or "#" or "€" or "£" || (token == "\"" && insideQuotes);
        }

        return text.ToString();
    }

    private static bool AttachesToTheLeft(string token) =>
        token is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "}" or "%" or "..." or "'" || EndsContraction(token);

    private static bool EndsContraction(string token) =>
        token.ToLowerInvariant() is "n't" or "'s" or "'m" or "'d" or "'ll" or "'re" or "'ve";
}
