using System.Globalization;
using System.Text;

namespace PlotlySvg;

/// <summary>Writes SVG: short numbers with a point whatever the culture, texts made safe, one element a line.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Up to two decimals.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Up to one decimal: a tenth of a pixel, enough for points of a path.</summary>
    public static string Short(double value)
    {
        var text = value.ToString("0.#", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A text without what XML reads as markup or forbids.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        // Half a surrogate pair comes as a replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' and not ('\t' or '\n' or '\r') or '\ufffe' or '\uffff' => "\ufffd",
                _ => rune.ToString(),
            });
        }

        return safe.ToString();
    }

    public SvgWriter Open(string tag, params ReadOnlySpan<(string Name, object? Value)> attributes) => Start(tag, attributes, ">\n");

    public SvgWriter Close(string tag)
    {
        _text.Append("</").Append(tag).Append(">\n");
        return this;
    }

    public SvgWriter Empty(string tag, params ReadOnlySpan<(string Name, object? Value)> attributes) => Start(tag, attributes, "/>\n");

    /// <summary>An element that holds a text, or ready-made <c>tspan</c>s.</summary>
    public SvgWriter Holding(string tag, string content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(tag, attributes, ">");
        _text.Append(content);
        return Close(tag);
    }

    public override string ToString() => _text.ToString();

    private SvgWriter Start(string tag, ReadOnlySpan<(string Name, object? Value)> attributes, string end)
    {
        _text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null) continue;
            _text.Append(' ').Append(name).Append("=\"")
                .Append(value is double number ? Number(number) : Escape(value.ToString()!)).Append('"');
        }

        _text.Append(end);
        return this;
    }
}
