namespace LstmCourse.Charts;

/// <summary>
/// Gives each series of a chart its style. A gate, a memory or a kind of network that the course meets again and again looks
/// the same in every chart; other series take the remaining styles in order.
/// </summary>
internal static class SeriesStyles
{
    private static readonly (string Start, GateStyle Style)[] Known =
    [
        .. Palette.Gates.Select(style => (style.Name, style)),
        ("LSTM", Palette.Series[0]),
        ("RNN", Palette.Series[1]),
        ("GRU", Palette.Series[2]),
    ];

    /// <summary>One style for each name. No two are the same as long as there are enough.</summary>
    public static GateStyle[] For(IReadOnlyList<string> names)
    {
        var styles = new GateStyle?[names.Count];
        var used = new HashSet<(string, string)>();
        for (var i = 0; i < names.Count; i++)
        {
            // Of several LSTMs in one chart only the first can have the LSTM's style.
            if (StyleOf(names[i]) is { } style && used.Add((style.Color, style.Dash))) styles[i] = style;
        }

        var free = Palette.Series.Where(style => !used.Contains((style.Color, style.Dash))).ToArray();
        var taken = 0;
        return [.. styles.Select(style => style ?? (taken < free.Length ? free[taken++] : Palette.OfSeries(taken++)))];
    }

    private static GateStyle? StyleOf(string name) => Known.FirstOrDefault(known => StartsWithWord(name, known.Start)).Style;

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));
}
