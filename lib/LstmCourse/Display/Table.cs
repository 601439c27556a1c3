using System.Globalization;

namespace LstmCourse.Display;

/// <summary>
/// A small table for a notebook: an HTML table without script or style sheet where that can be shown, aligned text elsewhere.
/// </summary>
/// <example><code>new Table(["model", "accuracy"], [["bag of words", 0.871], ["LSTM", 0.884]])</code></example>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class Table
{
    private readonly bool[] _isNumber;

    /// <param name="columns">The headings.</param>
    /// <param name="rows">The cells of each row: texts, numbers, or null for an empty cell.</param>
    /// <param name="numberFormat">How numbers that are not whole are written, such as <c>0.000</c>. Without it, six significant
    /// digits.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
    public Table(IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows, string? numberFormat = null)
    {
        Columns = [.. columns];
        var values = rows.Select(row => row.ToArray()).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Length != Columns.Count)
                throw new ArgumentException(
                    $"Expected {Columns.Count} cells in each row, one for each column; row {i} has {values[i].Length}.", nameof(rows));
        }

        Rows = [.. values.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => Write(cell, numberFormat))])];
        _isNumber = [.. Enumerable.Range(0, Columns.Count)
            .Select(c => values.Length > 0 && values.All(row => row[c] is null or (IConvertible and not string and not bool)))];
    }

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The cells as they are shown.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>The table as aligned text; numbers stand to the right.</summary>
    public override string ToString() => TableText.Write([Columns], Rows, _isNumber);

    internal string ToHtml() => TableHtml.Write([Columns], Rows, _isNumber);

    private static string Write(object? cell, string? numberFormat) => cell switch
    {
        null => "",
        double or float or decimal => ((IFormattable)cell).ToString(numberFormat ?? "G6", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<Table>(MimeTypes.Html, table => table.ToHtml()),
            new MimeFormatter<Table>(MimeTypes.Text, table => table.ToString()),
        ];
    }
}
