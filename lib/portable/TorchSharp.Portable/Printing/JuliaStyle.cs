using System.Globalization;
using System.Text;

namespace TorchSharp.Printing;

/// <summary>Matrices with right-aligned columns; higher dimensions as a list of matrices, each under its coordinates.</summary>
internal static class JuliaStyle
{
    private const string Ellipsis = "...";

    internal static string Print(Printout printout)
    {
        var text = new StringBuilder();
        var newLine = printout.Options.NewLine;
        switch (printout.Rank)
        {
            case 0:
                return text.Append(", value = ").Append(printout.Text(0)).ToString();
            case 1:
                text.Append(newLine);
                Matrix(text, printout, 0, 1, printout.Sizes[0]);
                return text.ToString();
        }
        var (rows, columns) = (printout.Sizes[^2], printout.Sizes[^1]);
        text.Append(newLine);
        if (printout.Rank == 2)
        {
            Matrix(text, printout, 0, rows, columns);
            return text.ToString();
        }
        var matrices = rows * columns == 0 ? 0 : printout.Count / (rows * columns);
        for (var m = 0L; m < matrices; m++)
        {
            if (m > 0) text.Append(newLine);
            text.Append(Coordinates(printout.Sizes.AsSpan(0, printout.Rank - 2), m)).Append(" =").Append(newLine);
            Matrix(text, printout, m * rows * columns, rows, columns);
        }
        return text.ToString();
    }

    private static void Matrix(StringBuilder text, Printout printout, long start, long rows, long columns)
    {
        var lines = new List<string>[rows];
        var shown = (int)columns;
        for (var r = 0; r < rows; r++)
        {
            lines[r] = Row(printout, start + (r * columns), columns);
            shown = Math.Min(shown, lines[r].Count);
        }
        var widths = new int[shown];
        foreach (var line in lines)
        {
            for (var c = 0; c < shown; c++) widths[c] = Math.Max(widths[c], line[c].Length);
        }
        foreach (var line in lines)
        {
            for (var c = 0; c < shown; c++) text.Append(' ').Append(line[c].PadLeft(widths[c]));
            if (shown < columns) text.Append(' ').Append(Ellipsis);
            text.Append(printout.Options.NewLine);
        }
    }

    /// <summary>As many elements as fit into the line, leaving room for an ellipsis.</summary>
    private static List<string> Row(Printout printout, long start, long columns)
    {
        var row = new List<string>();
        var left = printout.Options.Width;
        for (var c = 0; c < columns; c++)
        {
            var element = printout.Text(start + c);
            if (left - element.Length - (Ellipsis.Length + 1) < 0) break;
            row.Add(element);
            left -= element.Length + 1;
        }
        return row;
    }

    /// <summary>Such as [1,0,..,..].</summary>
    private static string Coordinates(ReadOnlySpan<long> sizes, long number)
    {
        var coordinates = "..,..]";
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            coordinates = (number % sizes[d]).ToString(CultureInfo.InvariantCulture) + "," + coordinates;
            number /= sizes[d];
        }
        return "[" + coordinates;
    }
}
