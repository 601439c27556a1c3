using System.Globalization;
using System.Xml.Linq;
using PlotlySvg;

namespace LstmCourse.Tests.Charts;

/// <summary>Where the texts of a drawing stand, to tell whether they touch one another or leave the page.</summary>
internal sealed record DrawnText(string Text, double Left, double Top, double Right, double Bottom)
{
    // Half a pixel of overlap is nothing that anybody sees.
    private const double Tolerance = 0.75;

    public static void AssertReadable(string svg)
    {
        var page = XDocument.Parse(svg).Root!;
        var texts = page.Descendants().Where(element => element.Name.LocalName == "text" && element.Value.Trim().Length > 0)
            .Select(Of).ToArray();
        var (width, height) = (Number(page, "width"), Number(page, "height"));
        foreach (var text in texts)
            Assert.True(
                text.Left >= -Tolerance && text.Top >= -Tolerance && text.Right <= width + Tolerance && text.Bottom <= height + Tolerance,
                $"off the page of {width} x {height}: {text}");
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length; j++) Assert.False(texts[i].Touches(texts[j]), $"{texts[i]} touches {texts[j]}");
        }
    }

    private static DrawnText Of(XElement element)
    {
        var (x, y, size) = (Number(element, "x"), Number(element, "y"), Number(element, "font-size"));
        var bold = (string?)element.Attribute("font-weight") == "bold";
        var lines = element.Elements().Where(line => line.Attribute("x") is not null).ToArray();
        var widest = (lines.Length == 0 ? [element] : lines).Max(line => Width(line, size, bold));
        var left = (string?)element.Attribute("text-anchor") switch { "middle" => x - widest / 2, "end" => x - widest, _ => x };
        var (top, bottom) = (y - 0.75 * size, y + 0.2 * size + Math.Max(0, lines.Length - 1) * size * RichText.LineHeight);
        var angle = (string?)element.Attribute("transform") is { } turn
            ? double.Parse(turn[7..].Split(' ')[0], CultureInfo.InvariantCulture) * Math.PI / 180
            : 0;
        // Slanted labels run parallel, a line apart; what counts for them is the baseline's box.
        if (angle != 0 && Math.Abs(angle + Math.PI / 2) > 0.01) return new(element.Value, x - 1, y - 1, x, y);
        if (angle == 0) return new(element.Value, left, top, left + widest, bottom);
        return new(element.Value, x + (top - y), y - (left + widest - x), x + (bottom - y), y - (left - x));
    }

    // Small print of sub- and superscripts counts three quarters, as it is drawn.
    private static double Width(XElement element, double size, bool bold) => element.Nodes().Sum(node => node switch
    {
        XText text => CharWidths.Of(text.Value.Trim('\n'), bold) * size,
        XElement inner => Width(inner, inner.Attribute("font-size") is null ? size : Number(inner, "font-size"), bold),
        _ => 0,
    });

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private bool Touches(DrawnText other) =>
        Left + Tolerance < other.Right && other.Left + Tolerance < Right && Top + Tolerance < other.Bottom && other.Top
            + Tolerance < Bottom;
}
