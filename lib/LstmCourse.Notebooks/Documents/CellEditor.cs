using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents.Syntax;

namespace LstmCourse.Notebooks.Documents;

/// <summary>Collects the edits to the members of one cell.</summary>
internal sealed class CellEditor(string text, JsonObjectSyntax cell, JsonStyle style)
{
    private readonly string? _indentation = JsonStyle.MemberIndentation(text, cell);
    private readonly List<TextEdit> _edits = [];

    public IReadOnlyList<TextEdit> Edits => _edits;

    /// <summary>Gives a member a value: in its place if it exists and differs, after the last member otherwise.</summary>
    public void Set(string name, JsonNode? value)
    {
        var written = JsonStyleWriter.Write(value, style, _indentation);
        if (cell.Find(name) is { Value: var old })
        {
            if (!IsSame(old.ToNode(), value)) _edits.Add(new TextEdit(old.Start, old.End, written));
            return;
        }

        var separator = _indentation is null ? style.Comma : "," + style.NewLine + _indentation;
        var end = cell.Members[^1].Value.End;
        _edits.Add(new TextEdit(end, end, $"{separator}\"{name}\"{style.Colon}{written}"));
    }

    // The order of names says nothing, and whether a text is stored whole or in lines is the file's affair.
    private static bool IsSame(JsonNode? old, JsonNode? value) => Normal(old) == Normal(value);

    private static string Normal(JsonNode? value)
    {
        if (value is JsonArray outputs) value = new JsonArray(
            [.. outputs.Select(output => CellOutputJson.Write(CellOutputJson.Read(output)))]);
        return JsonStyleWriter.Write(value, JsonStyle.Jupyter, indentation: null);
    }
}
