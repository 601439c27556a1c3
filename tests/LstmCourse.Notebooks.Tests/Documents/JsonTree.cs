using System.Text;

namespace LstmCourse.Notebooks.Tests.Documents;

/// <summary>JSON that writes itself in any layout, so that the code under test is not its own witness.</summary>
internal abstract record JsonTree
{
    public void WriteTo(StringBuilder json, JsonLayout layout, int level = 0)
    {
        switch (this)
        {
            case Literal literal:
                json.Append(literal.Written);
                break;
            case Text text:
                WriteText(json, layout, text.Value);
                break;
            case Items items:
                WriteList(json, layout, level, '[', ']', [.. items.Values.Select(value => ((string?)null, value))]);
                break;
            case Members members:
                WriteList(json, layout, level, '{', '}', [.. members.Values.Select(member => ((string?)member.Name, member.Value))]);
                break;
        }
    }

    private static void WriteList(
        StringBuilder json, JsonLayout layout, int level, char open, char close, (string? Name, JsonTree Value)[] items)
    {
        json.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) json.Append(layout.Indent is null ? layout.Comma : ",");
            NewLine(json, layout, level + 1);
            if (items[i].Name is { } name)
            {
                WriteText(json, layout, name);
                json.Append(layout.Colon);
            }

            items[i].Value.WriteTo(json, layout, level + 1);
        }

        if (items.Length > 0) NewLine(json, layout, level);
        json.Append(close);
    }

    private static void NewLine(StringBuilder json, JsonLayout layout, int level)
    {
        if (layout.Indent is null) return;
        json.Append(layout.NewLine).Insert(json.Length, layout.Indent, level);
    }

    private static void WriteText(StringBuilder json, JsonLayout layout, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            json.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                _ when c < ' ' || (layout.IsAscii && c > '~') => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        json.Append('"');
    }

    /// <summary>A number, a truth value or null, as it is written.</summary>
    public sealed record Literal(string Written) : JsonTree;

    public sealed record Text(string Value) : JsonTree;

    public sealed record Items(IReadOnlyList<JsonTree> Values) : JsonTree;

    public sealed record Members(IReadOnlyList<(string Name, JsonTree Value)> Values) : JsonTree;
}
