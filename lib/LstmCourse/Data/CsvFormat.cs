using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LstmCourse.Data;

/// <summary>Comma-separated values as RFC 4180 has them: quotation marks around fields with commas, quotes or line breaks.</summary>
internal static class CsvFormat
{
    /// <summary>Reads rows; empty lines are passed over.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed, or is followed by more text.</exception>
    public static IEnumerable<CsvRow> Read(TextReader reader)
    {
        var malformed = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => malformed = true };
        using var parser = new CsvParser(reader, configuration, leaveOpen: true);
        while (parser.Read())
        {
            var (fields, text) = (parser.Record!, parser.RawRecord);
            var neverClosed = malformed && text.Count(character => character == '"') % 2 != 0
                && (fields[^1].EndsWith('\n') || !text.EndsWith('\n'));

            // The parser tells in which line the row ends; it began as many lines before as there are line breaks inside it.
            var inside = neverClosed ? text : text.TrimEnd('\r', '\n');
            var line = parser.RawRow - inside.Count(character => character == '\n');
            if (malformed) throw Malformed(line, neverClosed);
            yield return new CsvRow(line, fields);
        }
    }

    /// <summary>Writes rows, each ended by <c>\n</c>.</summary>
    public static void Write(TextWriter writer, IEnumerable<string[]> rows)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\n",
            ShouldQuote = arguments => arguments.Field.AsSpan().IndexOfAny(",\"\r\n") >= 0,
        };
        using var csv = new CsvWriter(writer, configuration, leaveOpen: true);
        foreach (var row in rows)
        {
            foreach (var field in row) csv.WriteField(field);
            csv.NextRecord();
        }
    }

    private static FormatException Malformed(int line, bool neverClosed) => new(neverClosed
        ? $"line {line}: a quotation mark is opened and never closed. Close it, or double it if it belongs to the text."
        : $"line {line}: text stands beside a quotation mark that opens or closes a field. Put the whole field in quotation marks, "
            + "and double those that belong to the text.");
}
