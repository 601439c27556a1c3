using System.Collections;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>A sequence of records or objects as a table: one row each, one column for each of their members.</summary>
internal sealed class RowTable
{
    private const int MostRows = 20, MostColumns = 15, MostCellCharacters = 60;

    private readonly string[] _headers;
    private readonly bool[] _isNumber;
    private readonly List<string[]> _rows;
    private readonly string? _note;

    private RowTable(string[] headers, bool[] isNumber, List<string[]> rows, string? note) =>
        (_headers, _isNumber, _rows, _note) = (headers, isNumber, rows, note);

    /// <summary>The table, or null if the value is no sequence of objects of one kind that have members worth a column.</summary>
    public static RowTable? Of(object value)
    {
        if (value is string or IDictionary || value is not IEnumerable sequence) return null;
        var most = Math.Clamp(InteractiveFormatters.ListLimit ?? MostRows, 1, int.MaxValue - 1);
        var items = sequence.Cast<object?>().Take(most + 1).ToList();
        var type = items.FirstOrDefault()?.GetType();
        if (type is null || items.Exists(i => i?.GetType() != type) || !HasColumns(type)) return null;
        var members = ObjectMembers.Of(type).Take(MostColumns).ToArray();
        var rows = items.Take(most).Select(i => members.Select(m => CellText(m.ValueOf(i!))).ToArray()).ToList();
        var all = (value as ICollection)?.Count;
        var note = items.Count <= most ? null : all is null ? "…" : string.Create(CultureInfo.InvariantCulture, $"… {all} rows in all");
        return new RowTable([.. members.Select(m => m.Name)], [.. members.Select(m => IsNumber(m.Type))], rows, note);
    }

    public string ToText()
    {
        var widths = _headers.Select((h, i) => Math.Max(h.Length, _rows.Max(r => r[i].Length))).ToArray();
        var lines = _rows.Prepend(_headers).Select(row => string.Join("  ", row.Select(Pad)).TrimEnd());
        return string.Join('\n', _note is null ? lines : lines.Append(_note));

        string Pad(string cell, int column) => _isNumber[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]);
    }

    public string ToHtml()
    {
        var html = new StringBuilder("<table><thead><tr>");
        foreach (var header in _headers) html.Append("<th>").Append(WebUtility.HtmlEncode(header)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in _rows)
        {
            html.Append("<tr>");
            foreach (var cell in row) html.Append("<td>").Append(WebUtility.HtmlEncode(cell)).Append("</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        return (_note is null ? html : html.Append("<p>").Append(_note).Append("</p>")).ToString();
    }

    private static bool HasColumns(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsAssignableTo(typeof(IFormattable)) && !type.IsAssignableTo(typeof(IEnumerable))
        && !type.IsAssignableTo(typeof(ITuple)) && !type.IsAssignableTo(typeof(Delegate)) && !type.IsAssignableTo(typeof(Type))
        && !type.IsAssignableTo(typeof(Exception)) && !type.IsAssignableTo(typeof(Task)) && FormatterConvention.Find(type) is null
        && ObjectMembers.Of(type).Length > 0;

    private static bool IsNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: false } plain && (plain.IsPrimitive || plain == typeof(decimal))
            && plain != typeof(bool) && plain != typeof(char);

    private static string CellText(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s,
            char c => c.ToString(),
            _ => PlainText.Of(value),
        };
        text = text.ReplaceLineEndings(" ");
        return text.Length <= MostCellCharacters ? text : string.Concat(text.AsSpan(0, MostCellCharacters - 1), "…");
    }
}
