using System.Globalization;
using System.Text;

namespace LstmCourse.Text;

/// <summary>Finds where words begin and end. Apostrophes are straight here.</summary>
internal static class WordScanner
{
    /// <summary>Whether a word or a number begins at the place, which holds no white space.</summary>
    public static bool StartsWord(string text, int at)
    {
        if (IsWordAt(text, at)) return true;
        var startsToken = at == 0 || char.IsWhiteSpace(text[at - 1]);
        return text[at] switch
        {
            '.' or '-' => startsToken && IsDigitAt(text, at + 1),
            '\'' => Endings.Any(ending => IsWholeWord(text, at, ending)) || startsToken && StartsApostropheWord(text, at),
            _ => false,
        };
    }

    /// <summary>The place behind the word that begins at <paramref name="start"/>.</summary>
    public static int EndOfWord(string text, int start)
    {
        var i = IsWordAt(text, start) ? start : start + 1;
        while (i < text.Length)
        {
            if (IsWordAt(text, i)) i += char.IsHighSurrogate(text[i]) ? 2 : 1;
            else if (i > start && Connects(text, i)) i++;
            else break;
        }

        return i;
    }

    // A contraction cut off from its word, as in texts that were tokenised before: "do n't", "it 's".
    private static readonly string[] Endings = ["'s", "'m", "'d", "'ll", "'re", "'ve"];

    private static bool IsWholeWord(string text, int at, string word) =>
        text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase) && !IsWordAt(text, at + word.Length);

    // 'tis, and decades: '80s
    private static bool StartsApostropheWord(string text, int at) =>
        IsDigitAt(text, at + 1) || Contractions.StartsWithApostrophe(text.AsSpan(at, EndOfWord(text, at) - at));

    private static bool Connects(string text, int at)
    {
        if (!IsWordAt(text, at + 1) || !IsWordBefore(text, at)) return false;
        return text[at] switch
        {
            '\'' or '-' or '_' => true,
            '.' => !(char.IsLower(text[at - 1]) && char.IsUpper(text[at + 1])),
            ',' or ':' or '/' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            '\u200C' or '\u200D' => true,
            _ => false,
        };
    }

    private static bool IsDigitAt(string text, int at) => at < text.Length && char.IsDigit(text[at]);

    private static bool IsWordBefore(string text, int at) =>
        IsWordAt(text, at - 1 > 0 && char.IsLowSurrogate(text[at - 1]) ? at - 2 : at - 1);

    private static bool IsWordAt(string text, int at)
    {
        if (at < 0 || at >= text.Length) return false;
        if (char.IsAscii(text[at])) return char.IsAsciiLetterOrDigit(text[at]);
        return Rune.TryGetRuneAt(text, at, out var rune) && Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }
}
