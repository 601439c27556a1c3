using System.Globalization;
using System.Text;

namespace LstmCourse.Text;

/// <summary>Brings raw text into one shape before it is cut into words.</summary>
public static class CleanText
{
    // What the bytes 0x80 to 0x9F mean in Windows-1252. Pages written on Windows and read as Latin-1 carry them as control characters.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>
    /// Repairs what real text brings along: the stray bytes of Windows-1252 (<c>\x85</c> was meant as …, <c>\x96</c> as –) become the
    /// characters they stood for, other control characters become spaces, invisible formatting characters go, half surrogates become
    /// U+FFFD, and letters with combining marks are composed (Unicode form C), so that one word has one spelling.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The cleaned text; lines and runs of spaces are kept as they are.</returns>
    public static string Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x80 and <= 0x9F) AppendWindowsCharacter(repaired, rune.Value);
            else if (Rune.IsControl(rune)) repaired.Append(rune.Value is '\n' or '\r' or '\t' ? (char)rune.Value : ' ');
            else if (!IsInvisible(rune)) repaired.Append(rune);
        }

        return repaired.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void AppendWindowsCharacter(StringBuilder repaired, int value)
    {
        var meant = Windows1252[value - 0x80];
        repaired.Append(char.IsControl(meant) ? ' ' : meant);
    }

    // The joiners stay: Persian and Indic words and emoji are spelled with them.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not ('\u200C' or '\u200D');
}
