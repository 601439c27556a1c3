using System.Globalization;
using System.Text;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    private const int RowsShown = 25, NarrowestColumn = 10;

    /// <summary>Type and number of values of each column.</summary>
    public DataFrame Info() => new(Columns.Select(column => column.InfoColumn())
        .Prepend(new StringDataFrameColumn("Info", ["DataType", "Length (excluding null values)"])));

    /// <summary>Number of values, largest, smallest and mean of each column of numbers.</summary>
    public DataFrame Description() => new(Columns.Where(column => column.HasDescription()).Select(column => column.Description())
        .Prepend(new StringDataFrameColumn("Description", ["Length (excluding null values)", "Max", "Min", "Mean"])));

    public override string ToString() => ToString(RowsShown);

    /// <summary>
    /// The first rows as text. All columns are as wide as the longest name needs; longer cells run into their neighbours.
    /// </summary>
    /// <exception cref="FormatException">A column name holds a brace: the official one takes names for format strings.</exception>
    public string ToString(long rowsToShow)
    {
        var width = Columns.Count == 0 ? NarrowestColumn : Math.Max(NarrowestColumn, Columns.Max(column => column.Name.Length) + 1);
        var text = new StringBuilder();
        foreach (var column in Columns)
        {
            text.Append(string.Format(CultureInfo.CurrentCulture, CompositeFormat.Parse(column.Name.PadRight(width))));
        }
        text.AppendLine();

        var shown = Math.Min(rowsToShow, Rows.Count);
        for (var row = 0L; row < shown; row++)
        {
            foreach (var value in Rows[row]) text.Append((value ?? "null").ToString().PadRight(width));
            text.AppendLine();
        }

        if (shown < Rows.Count) text.Append(CultureInfo.CurrentCulture, $"  ... {shown} of total {Rows.Count}").AppendLine();
        return text.ToString();
    }
}
