using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>
/// Writes JSON values in the layout of the file they go into, members in the order of their names as Jupyter and VS Code do.
/// </summary>
internal sealed class JsonStyleWriter
{
    private readonly JsonStyle _style;
    private readonly StringBuilder _output = new();

    private JsonStyleWriter(JsonStyle style) => _style = style;

    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="style">The layout.</param>
    /// <param name="indentation">The whitespace of the line on which the value begins; null to write it on that one line.</param>
    public static string Write(JsonNode? value, JsonStyle style, string? indentation)
    {
        var writer = new JsonStyleWriter(indentation is null ? style with { Indent = null } : style);
        writer.WriteValue(value, indentation ?? "");
        return writer._output.ToString();
    }

    private void WriteValue(JsonNode? value, string indentation)
    {
        switch (value)
        {
            case null:
                _output.Append("null");
                break;
            case JsonObject { Count: > 0 } node:
                var members = node.OrderBy(member => member.Key, StringComparer.Ordinal);
                WriteList('{', '}', indentation, members, (member, inner) =>
                {
                    WriteString(member.Key);
                    _output.Append(_style.Colon);
                    WriteValue(member.Value, inner);
                });
                break;
            case JsonArray { Count: > 0 } node:
                WriteList('[', ']', indentation, node, WriteValue);
                break;
            case JsonObject:
                _output.Append("{}");
                break;
            case JsonArray:
                _output.Append("[]");
                break;
            default:
                if (value.GetValueKind() == JsonValueKind.String) WriteString(value.GetValue<string>());
                else _output.Append(value.ToJsonString());
                break;
        }
    }

    private void WriteList<T>(char open, char close, string indentation, IEnumerable<T> items, Action<T, string> write)
    {
        var inner = indentation + _style.Indent;
        var first = true;
        _output.Append(open);
        foreach (var item in items)
        {
            if (_style.Indent is not null) _output.Append(first ? "" : ",").Append(_style.NewLine).Append(inner);
            else if (!first) _output.Append(_style.Comma);
            write(item, inner);
            first = false;
        }

        if (_style.Indent is not null) _output.Append(_style.NewLine).Append(indentation);
        _output.Append(close);
    }

    private void WriteString(string text)
    {
        _output.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"': _output.Append("\\\""); break;
                case '\\': _output.Append("\\\\"); break;
                case '\b': _output.Append("\\b"); break;
                case '\f': _output.Append("\\f"); break;
                case '\n': _output.Append("\\n"); break;
                case '\r': _output.Append("\\r"); break;
                case '\t': _output.Append("\\t"); break;
                default:
                    if (c < ' ' || (c > '~' && _style.AsciiOnly) || IsLoneSurrogate(text, i)) WriteEscape(c);
                    else _output.Append(c);
                    break;
            }
        }

        _output.Append('"');
    }

    private void WriteEscape(char c) => _output.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));

    // UTF-8 has no form for half a pair; as an escape it survives.
    private static bool IsLoneSurrogate(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
