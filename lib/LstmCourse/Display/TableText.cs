using System.Text;

namespace LstmCourse.Display;

/// <summary>Writes a table as aligned text.</summary>
internal static class TableText
{
    public static string Write(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> toTheRight)
    {
        var widths = columns.Select((column, c) => rows.Select(row => row[c].Length).Append(column.Length).Max()).ToArray();
        var text = new StringBuilder();
        Line(columns);
        Line([.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows) Line(row);
        return text.ToString();

        void Line(IReadOnlyList<string> cells)
        {
            var padded = cells.Select((cell, c) => toTheRight[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]));
            text.Append(string.Join("  ", padded).TrimEnd()).Append('\n');
        }
    }
}
