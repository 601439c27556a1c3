using System.Globalization;

namespace ReviewGenerator;

/// <summary>One alternative of a rule, cut into texts and references.</summary>
/// <param name="Parts">The parts in order.</param>
internal sealed record Alternative(IReadOnlyList<GrammarPart> Parts)
{
    /// <summary>Reads an alternative; one with a weight such as <c>{3}</c> is returned that many times.</summary>
    public static IEnumerable<Alternative> Parse(string text)
    {
        var weight = 1;
        var brace = text.LastIndexOf('{');
        if (brace >= 0)
        {
            weight = int.Parse(text[(brace + 1)..].TrimEnd('}'), CultureInfo.InvariantCulture);
            text = text[..brace].TrimEnd();
        }

        return Enumerable.Repeat(new Alternative(Cut(text)), weight);
    }

    private static List<GrammarPart> Cut(string text)
    {
        var parts = new List<GrammarPart>();
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf('[', i);
            if (open != i)
            {
                var end = open < 0 ? text.Length : open;
                parts.Add(new GrammarPart(IsReference: false, IsOptional: false, text[i..end]));
                i = end;
                continue;
            }

            var close = text.IndexOf(']', open);
            if (close < 0) throw new FormatException($"A bracket is not closed in \"{text}\".");
            var name = text[(open + 1)..close];
            parts.Add(new GrammarPart(IsReference: true, name.EndsWith('?'), name.TrimEnd('?')));
            i = close + 1;
        }

        return parts;
    }
}
