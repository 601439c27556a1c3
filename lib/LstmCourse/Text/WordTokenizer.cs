using System.Globalization;
using System.Text;

namespace LstmCourse.Text;

/// <summary>
/// Cuts text into words and punctuation, in the manner of NLTK's <c>word_tokenize</c> (the conventions of the Penn Treebank):
/// <c>"I don't like it, Mr. Lee."</c> gives <c>I do n't like it , Mr. Lee .</c>
/// </summary>
/// <remarks>
/// <para>Words are runs of letters, digits and combining marks of any script; hyphens, apostrophes, and the separators of numbers
/// (<c>1,000</c> <c>3.14</c> <c>10:30</c> <c>7/10</c>) stay inside. Scripts without spaces give one token for each run.
/// Nothing depends on the culture, and the time taken is linear in the length.</para>
/// <para>Where it differs from NLTK: quotation marks stay <c>"</c> instead of turning into <c>``</c> and <c>''</c>; curly quotes
/// become straight ones, and any run of two or more full stops, or …, becomes <c>...</c>; dashes become <c>--</c>;
/// sentences are told apart by rules, not by a trained model, so any full stop that belongs to no abbreviation is a token of
/// its own; contractions are peeled repeatedly (<c>should n't 've</c>); a slash between words and a full stop between a small and
/// a capital letter (<c>end.Next</c>) separate; an apostrophe that opens a quotation is a token of its own; text is first
/// repaired with <see cref="CleanText"/>.</para>
/// </remarks>
/// <param name="lowerCase">Whether tokens are put into lower case, by the rules of the invariant culture.</param>
/// <param name="stripMarkup">Whether tags are removed and entities decoded first, see <see cref="Markup.Strip"/>.</param>
public sealed class WordTokenizer(bool lowerCase = false, bool stripMarkup = false)
{
    /// <summary>Lower case, markup stripped: what the course uses for reviews.</summary>
    public static WordTokenizer ForReviews { get; } = new(lowerCase: true, stripMarkup: true);

    /// <summary>Whether tokens are put into lower case.</summary>
    public bool LowerCase { get; } = lowerCase;

    /// <summary>Whether markup is removed before cutting.</summary>
    public bool StripMarkup { get; } = stripMarkup;

    /// <summary>Cuts a text into tokens.</summary>
    /// <param name="text">Any text, also empty.</param>
    /// <returns>The tokens in order; empty for a text without visible characters. No token holds white space.</returns>
    public string[] Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = Straighten(CleanText.Repair(StripMarkup ? Markup.Strip(text) : text));

        var tokens = new List<string>(text.Length / 5);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] is '\u200C' or '\u200D') i++;
            else if (WordScanner.StartsWord(text, i)) i = AddWord(text, i, tokens);
            else i = AddSymbol(text, i, tokens);
        }

        if (LowerCase)
        {
            for (var i = 0; i < tokens.Count; i++) tokens[i] = tokens[i].ToLowerInvariant();
        }

        return [.. tokens];
    }

    private static string Straighten(string text) =>
        Ascii.IsValid(text) ? text : text.Replace('’', '\'').Replace('‘', '\'').Replace('\u2010', '-').Replace('\u2011', '-');

    private static int AddWord(string text, int start, List<string> tokens)
    {
        var end = WordScanner.EndOfWord(text, start);
        if (end < text.Length && text[end] == '.' && Abbreviations.OwnsStop(text, start, end))
        {
            tokens.Add(text[start..++end]);
        }
        else
        {
            Contractions.AddParts(text[start..end], tokens);
        }

        return end;
    }

    private static int AddSymbol(string text, int at, List<string> tokens)
    {
        var doubled = at + 1 < text.Length && text[at + 1] == text[at];
        switch (text[at])
        {
            case '.' when doubled:
            case '…':
                tokens.Add("...");
                return EndOfRun(text, at);
            case '-' when doubled:
            case '–' or '—' or '―':
                tokens.Add("--");
                return EndOfRun(text, at);
            case '\'' when doubled:
                tokens.Add("\"");
                return at + 2;
            case '“' or '”' or '„' or '«' or '»' or '"':
                tokens.Add("\"");
                return at + 1;
        }

        // An emoji made of several code points is one symbol.
        var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
        tokens.Add(text.Substring(at, length));
        return at + length;
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] == text[start]) end++;
        return end;
    }
}
