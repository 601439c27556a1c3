using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Microsoft.Data.Analysis;

/// <summary>Writes a frame as CSV.</summary>
internal static class CsvSaver
{
    public static void Save(DataFrame dataFrame, Stream stream, char separator, bool header, Encoding encoding, CultureInfo culture)
    {
        if (culture.NumberFormat.NumberDecimalSeparator == separator.ToString())
        {
            throw new ArgumentException("Decimal separator cannot match the column separator");
        }

        char[] special = [separator, '"', '\n', '\r'];
        var configuration = new CsvConfiguration(culture)
        {
            Delimiter = separator.ToString(),
            NewLine = "\n",
            ShouldQuote = field => field.Field?.IndexOfAny(special) >= 0,
        };
        using var writer = new StreamWriter(stream, encoding, leaveOpen: true);
        using var csv = new CsvWriter(writer, configuration, leaveOpen: true);
        if (header) WriteRow(csv, dataFrame.Columns.Select(column => column.Name));
        foreach (var row in dataFrame.Rows) WriteRow(csv, row.Select(value => Text(value, culture)));
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
        csv.NextRecord();
    }

    // All digits, so that numbers come back as they were: 0.1 is written 0.10000000000000001.
    private static string Text(object value, CultureInfo culture) => value switch
    {
        null => "",
        double number => number.ToString("G17", culture),
        float number => number.ToString("G9", culture),
        IFormattable other => other.ToString(null, culture),
        _ => value.ToString(),
    };
}
