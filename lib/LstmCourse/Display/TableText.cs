using System.Text;

namespace LstmCourse.Display;

/// <summary>Writes a table as aligned text.</summary>
internal static class TableText
{
    /// <param name="head">Rows of headings: names, perhaps types below them.</param>
    /// <param name="rows">The cells, as many in each row as there are headings.</param>
    /// <param name="toTheRight">For each column whether it stands to the right, as numbers do.</param>
    public static string Write(
        IReadOnlyList<IReadOnlyList<string>> head, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> toTheRight)
    {
        var widths = toTheRight.Select((_, c) => head.Concat(rows).Max(row => row[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in head) Line(row);
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
