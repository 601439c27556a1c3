using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>The text of an element of a documentation comment.</summary>
internal static partial class DocumentationText
{
    /// <summary>The element's content as Markdown or as plain text, its white space as in prose.</summary>
    public static string Of(XElement element, bool markdown)
    {
        var text = new StringBuilder();
        Write(element, text, markdown);
        var lines = text.ToString().Split('\n').Select(l => l.StartsWith(CodeMark) ? l[1..] : Spaces().Replace(l, " ").Trim());
        return BlankLines().Replace(string.Join('\n', lines), "\n\n").Trim();
    }

    /// <summary>
    /// The last part of a reference: <c>String</c> of <c>T:System.String</c>, <c>Add</c> of
    /// <c>M:System.List`1.Add(`0)</c>.
    /// </summary>
    public static string ShortName(string reference)
    {
        var name = reference.Length > 2 && reference[1] == ':' ? reference[2..] : reference;
        var end = name.AsSpan().IndexOfAny('(', '`');
        if (end >= 0) name = name[..end];
        return name[(name.LastIndexOf('.') + 1)..];
    }

    // Marks lines of code, whose spaces count.
    private const char CodeMark = '\u0001';

    private static void Write(XElement element, StringBuilder text, bool markdown)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain) text.Append(plain.Value.Replace('\n', ' '));
            else if (node is XElement inner) WriteElement(inner, text, markdown);
        }
    }

    private static void WriteElement(XElement element, StringBuilder text, bool markdown)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty:
                var name = element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword")
                    ?? element.Attribute("href");
                text.Append(Code(ShortName((string?)name ?? ""), markdown && name?.Name.LocalName != "href"));
                break;
            case "c":
                text.Append(Code(element.Value, markdown));
                break;
            case "code":
                WriteCode(element.Value, text, markdown);
                break;
            case "para" or "p":
                text.Append("\n\n");
                Write(element, text, markdown);
                text.Append("\n\n");
                break;
            case "br":
                text.Append('\n');
                break;
            case "item":
                text.Append("\n- ");
                Write(element, text, markdown);
                break;
            case "term" when element.ElementsAfterSelf("description").Any():
                Write(element, text, markdown);
                text.Append(": ");
                break;
            default:
                Write(element, text, markdown);
                break;
        }
    }

    private static void WriteCode(string code, StringBuilder text, bool markdown)
    {
        text.Append("\n\n");
        if (markdown) text.Append(CodeMark).Append("```csharp\n");
        var lines = code.Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse().ToList();
        var indent = lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        foreach (var line in lines.Select(l => l.Length < indent ? "" : l[indent..])) text.Append(CodeMark).Append(line.TrimEnd())
            .Append('\n');
        if (markdown) text.Append(CodeMark).Append("```\n");
        text.Append('\n');
    }

    private static string Code(string text, bool markdown) => markdown ? $"`{text}`" : text;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
