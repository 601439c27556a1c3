namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>
/// How a file lays its JSON out, taken from the file itself, so that what an edit writes looks like what was there.
/// </summary>
/// <param name="Indent">The whitespace of one level, or null when everything stands on one line.</param>
/// <param name="NewLine">The line end.</param>
/// <param name="Colon">What stands between a name and its value.</param>
/// <param name="Comma">What stands between two values on one line.</param>
/// <param name="AsciiOnly">True when the file writes characters beyond ASCII as <c>\u</c> escapes.</param>
internal sealed record JsonStyle(string? Indent, string NewLine, string Colon, string Comma, bool AsciiOnly)
{
    /// <summary>The layout of Jupyter's own writer: one space a level.</summary>
    public static JsonStyle Jupyter { get; } = new(" ", "\n", ": ", ", ", AsciiOnly: false);

    public static JsonStyle Of(string text, JsonObjectSyntax root)
    {
        if (root.Members.IsEmpty) return Jupyter;

        var first = root.Members[0];
        var lead = text[(root.Start + 1)..first.Start];
        var lineEnd = lead.LastIndexOf('\n');
        var comma = root.Members.Length > 1 && lineEnd < 0 ? text[first.Value.End..root.Members[1].Start] : ", ";
        return new JsonStyle(
            Indent: lineEnd < 0 ? null : Unindent(lead[(lineEnd + 1)..], IndentationAt(text, root.Start)),
            NewLine: lead.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n",
            Colon: text[first.NameEnd..first.Value.Start],
            Comma: comma,
            AsciiOnly: WritesEscapesOnly(text));
    }

    /// <summary>
    /// The whitespace before the members of an object when each stands on a line of its own; null when they share the object's line.
    /// </summary>
    public static string? MemberIndentation(string text, JsonObjectSyntax container)
    {
        if (container.Members.IsEmpty) return null;
        var lead = text[(container.Start + 1)..container.Members[0].Start];
        var lineEnd = lead.LastIndexOf('\n');
        return lineEnd < 0 ? null : lead[(lineEnd + 1)..];
    }

    private static string IndentationAt(string text, int position)
    {
        var lineStart = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        return text[lineStart..position];
    }

    private static string Unindent(string indentation, string outer) =>
        outer.Length > 0 && indentation.StartsWith(outer, StringComparison.Ordinal) ? indentation[outer.Length..] : indentation;

    private static bool WritesEscapesOnly(string text)
    {
        if (!System.Text.Ascii.IsValid(text)) return false;
        for (var i = text.IndexOf("\\u", StringComparison.Ordinal); i >= 0; i = text.IndexOf("\\u", i + 2, StringComparison.Ordinal))
        {
            // \u0000 … \u007f must or may be escaped in any style and prove nothing.
            if (i + 6 <= text.Length && string.CompareOrdinal(text, i + 2, "007f", 0, 4) > 0) return true;
        }

        return false;
    }
}
