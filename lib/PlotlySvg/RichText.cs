using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PlotlySvg;

/// <summary>A text with the few marks that plotly.js knows: sub, sup, b, i and br.</summary>
internal sealed partial class RichText
{
    /// <summary>The distance between two lines, in font sizes.</summary>
    public const double LineHeight = 1.25;

    private const double SmallSize = 0.75;
    private readonly List<List<Run>> _lines = [];

    private RichText()
    {
    }

    public int LineCount => _lines.Count;

    public static RichText Of(string? text)
    {
        var rich = new RichText();
        var line = new List<Run>();
        var (shift, bold, italic) = (0, false, false);
        foreach (var part in Marks().Split(text ?? ""))
        {
            switch (part)
            {
                case "<sub>": shift = -1; break;
                case "<sup>": shift = 1; break;
                case "</sub>" or "</sup>": shift = 0; break;
                case "<b>" or "</b>": bold = part.Length == 3; break;
                case "<i>" or "</i>": italic = part.Length == 3; break;
                case "<br>" or "<br/>":
                    rich._lines.Add(line);
                    line = [];
                    break;
                case { Length: > 0 }:
                    line.Add(new(WebUtility.HtmlDecode(part), shift, bold, italic));
                    break;
            }
        }

        rich._lines.Add(line);
        return rich;
    }

    /// <summary>The width of the longest line in pixels.</summary>
    public double Width(double size) => _lines.Max(line => line.Sum(run => run.Width)) * size;

    public double Height(double size) => _lines.Count * LineHeight * size;

    /// <summary>The same text, or its beginning and an ellipsis where it is wider than <paramref name="width"/>.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="size">Of the font, in pixels.</param>
    /// <param name="bold">Whether it will be written in bold letters.</param>
    public RichText Fit(double width, double size, bool bold = false)
    {
        if (bold) width /= CharWidths.BoldFactor;
        if (Width(size) <= width) return this;
        var fitted = new RichText();
        foreach (var line in _lines) fitted._lines.Add(Fit(line, width / size));
        return fitted;
    }

    /// <summary>Writes the text; <paramref name="y"/> is the base line of the first line.
    /// A halo in the ground's colour keeps it readable over lines.</summary>
    public void Write(
        SvgWriter svg, double x, double y, double size, string color, string anchor = "start", double turn = 0, bool bold = false,
        string? halo = null)
    {
        var content = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines.Count > 1)
                content.Append(
                    CultureInfo.InvariantCulture,
                    $"<tspan x=\"{SvgWriter.Number(x)}\" dy=\"{SvgWriter.Number(i == 0 ? 0 : LineHeight * size)}\">");
            Append(content, _lines[i], size);
            if (_lines.Count > 1) content.Append("</tspan>");
        }

        svg.Holding(
            "text", content.ToString(), ("x", x), ("y", y), ("font-size", size), ("fill", color),
            ("text-anchor", anchor == "start" ? null : anchor),
            ("font-weight", bold ? "bold" : null), ("stroke", halo), ("stroke-width", halo is null ? null : 3.0),
            ("stroke-linejoin", halo is null ? null : "round"),
            ("paint-order", halo is null ? null : "stroke"),
            ("transform", turn == 0 ? null : $"rotate({SvgWriter.Number(turn)} {SvgWriter.Number(x)} {SvgWriter.Number(y)})"));
    }

    private static void Append(StringBuilder content, List<Run> line, double size)
    {
        var raised = 0.0;
        foreach (var run in line)
        {
            var target = run.Shift switch { 1 => -0.38 * size, -1 => 0.22 * size, _ => 0 };
            if (run is { Shift: 0, Bold: false, Italic: false } && raised == 0)
            {
                content.Append(SvgWriter.Escape(run.Text));
                continue;
            }

            // Some renderers drop spaces at the edges of an element, so they stand outside.
            var text = run.Text.Trim(' ');
            if (run.Text.StartsWith(' ')) content.Append(' ');
            content.Append("<tspan");
            if (target != raised) content.Append(CultureInfo.InvariantCulture, $" dy=\"{SvgWriter.Number(target - raised)}\"");
            if (run.Shift != 0) content.Append(CultureInfo.InvariantCulture, $" font-size=\"{SvgWriter.Number(size * SmallSize)}\"");
            if (run.Bold) content.Append(" font-weight=\"bold\"");
            if (run.Italic) content.Append(" font-style=\"italic\"");
            content.Append('>').Append(SvgWriter.Escape(text)).Append("</tspan>");
            if (text.Length > 0 && run.Text.EndsWith(' ')) content.Append(' ');
            raised = target;
        }
    }

    private static List<Run> Fit(List<Run> line, double width)
    {
        var room = width - CharWidths.Of("…");
        var fitted = new List<Run>();
        foreach (var run in line)
        {
            if (run.Width <= room)
            {
                fitted.Add(run);
                room -= run.Width;
                continue;
            }

            // Whole characters, so that neither a surrogate pair nor a letter and its accent comes apart.
            var kept = new StringBuilder();
            var letters = StringInfo.GetTextElementEnumerator(run.Text);
            while (letters.MoveNext() && (run with { Text = kept + letters.GetTextElement() }).Width <= room)
                kept.Append(letters.GetTextElement());
            fitted.Add(run with { Text = kept.ToString().TrimEnd() + "…" });
            break;
        }

        return fitted;
    }

    [GeneratedRegex("(</?(?:sub|sup|b|i)>|<br/?>)")]
    private static partial Regex Marks();

    private sealed record Run(string Text, int Shift, bool Bold, bool Italic)
    {
        public double Width => CharWidths.Of(Text, Bold) * (Shift == 0 ? 1 : SmallSize);
    }
}
