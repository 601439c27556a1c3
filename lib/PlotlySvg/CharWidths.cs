namespace PlotlySvg;

/// <summary>How wide letters are, in thousandths of the font size: the metrics that Helvetica, Arial and Liberation Sans share.</summary>
internal static class CharWidths
{
    /// <summary>How much wider bold letters are.</summary>
    public const double BoldFactor = 1.06;

    private const char First = ' ';

    private static ReadOnlySpan<short> Ascii =>
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of <paramref name="text"/> at a font size of 1.</summary>
    public static double Of(string text, bool bold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes()) sum += Of(rune.Value);
        return sum / 1000.0 * (bold ? BoldFactor : 1);
    }

    private static int Of(int rune) => rune switch
    {
        < First => 0,
        < 127 => Ascii[rune - First],
        // Marks that stand over the letter before them, and spaces without width.
        >= 0x300 and < 0x370 or 0x200b => 0,
        // Latin letters with accents, Greek, Cyrillic: a little more than the mean of both cases.
        < 0x530 => 600,
        '–' or '“' or '”' or '…' => 556,
        '−' or '×' or '≈' or '≤' or '≥' => 584,
        // Ideographs and pictures fill their square.
        >= 0x2e80 => 1000,
        _ => 650,
    };
}
