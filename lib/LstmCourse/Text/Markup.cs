using System.Net;
using System.Text;

namespace LstmCourse.Text;

/// <summary>Takes the markup out of text that was copied from web pages.</summary>
public static class Markup
{
    private static readonly string[] HiddenElements = ["script", "style"];

    /// <summary>
    /// Replaces tags and comments by a space, drops the contents of <c>script</c> and <c>style</c>, and decodes entities
    /// (<c>&amp;amp;</c>, <c>&amp;#39;</c>). A <c>&lt;</c> that opens no tag stays: "a &lt; b" and "&lt;3" are text.
    /// </summary>
    /// <param name="text">Text with or without markup.</param>
    /// <returns>The text alone. The time taken is linear in the length, whatever the text holds.</returns>
    public static string Strip(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stripped = text.Contains('<', StringComparison.Ordinal) ? RemoveTags(text) : text;
        return stripped.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(stripped) : stripped;
    }

    private static string RemoveTags(string text)
    {
        var result = new StringBuilder(text.Length);
        // Behind the last ">" nothing can be a tag; knowing where it is keeps a text full of "<a" from being searched over and over.
        var lastClose = text.LastIndexOf('>');
        for (var i = 0; i < text.Length;)
        {
            if (i > lastClose || text[i] != '<' || !OpensTag(text, i))
            {
                result.Append(text[i++]);
                continue;
            }

            i = EndOfTag(text, i);
            result.Append(' ');
        }

        return result.ToString();
    }

    private static bool OpensTag(string text, int at) =>
        at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?');

    private static int EndOfTag(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", start + 4, StringComparison.Ordinal);
            return end < 0 ? text.Length : end + 3;
        }

        var afterTag = text.IndexOf('>', start) + 1;
        foreach (var element in HiddenElements)
        {
            if (!text.AsSpan(start + 1).StartsWith(element, StringComparison.OrdinalIgnoreCase)) continue;
            var close = text.IndexOf("</" + element, afterTag, StringComparison.OrdinalIgnoreCase);
            if (close < 0) return text.Length;
            var end = text.IndexOf('>', close);
            return end < 0 ? text.Length : end + 1;
        }

        return afterTag;
    }
}
