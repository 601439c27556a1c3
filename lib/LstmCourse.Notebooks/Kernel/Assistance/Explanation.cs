using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Puts a signature, a value and documentation together, as Markdown and as plain text.</summary>
internal sealed class Explanation
{
    private readonly StringBuilder _markdown = new();
    private readonly StringBuilder _text = new();

    public Explanation(string signature)
    {
        _markdown.Append("```csharp\n").Append(signature).Append("\n```\n");
        _text.Append(signature).Append('\n');
    }

    public void AddValue(string value)
    {
        _markdown.Append("\n`").Append(value.Replace('`', '\'')).Append("`\n");
        _text.Append("= ").Append(value).Append('\n');
    }

    /// <summary>Adds the parts of a documentation comment that help while writing.</summary>
    public void AddDocumentation(XElement comment)
    {
        AddParagraph(comment.Element("summary"), "");
        AddList(comment.Elements("param"), "name", "Parameters");
        AddParagraph(comment.Element("returns") ?? comment.Element("value"), "Returns");
        AddList(comment.Elements("exception"), "cref", "Throws");
        AddParagraph(comment.Element("remarks"), "Remarks");
    }

    public void AddOverloads(int count)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"+ {count} overload{(count == 1 ? "" : "s")}");
        _markdown.Append("\n*").Append(line).Append("*\n");
        _text.Append('\n').Append(line).Append('\n');
    }

    public Inspection ToInspection() => new(_markdown.ToString().TrimEnd('\n'), _text.ToString().TrimEnd('\n'));

    private void AddParagraph(XElement? element, string title)
    {
        if (element is null || DocumentationText.Of(element, markdown: false) is not { Length: > 0 } text) return;
        _markdown.Append('\n').Append(title.Length == 0 ? "" : $"**{title}** ").Append(DocumentationText.Of(element, markdown: true))
            .Append('\n');
        _text.Append('\n').Append(title.Length == 0 ? "" : $"{title}: ").Append(text).Append('\n');
    }

    private void AddList(IEnumerable<XElement> elements, string nameAttribute, string title)
    {
        var items = elements.Select(e => (Name: DocumentationText.ShortName((string?)e.Attribute(nameAttribute) ?? ""), Element: e))
            .ToList();
        if (items.Count == 0) return;
        _markdown.Append("\n**").Append(title).Append("**\n\n");
        _text.Append('\n').Append(title).Append(":\n");
        foreach (var (name, element) in items)
        {
            _markdown.Append("- `").Append(name).Append("`: ").Append(DocumentationText.Of(element, markdown: true)).Append('\n');
            _text.Append("  ").Append(name).Append(": ").Append(DocumentationText.Of(element, markdown: false)).Append('\n');
        }
    }
}
