using System.Text;

namespace LstmCourse.Data;

/// <summary>
/// Reads and writes comma-separated values as RFC 4180 has them: quotation marks around fields with commas, quotes or line breaks.
/// </summary>
internal static class CsvFormat
{
    /// <summary>Reads rows; empty lines are passed over.</summary>
    /// <exception cref="FormatException">A quotation mark is not closed, or is followed by more text.</exception>
    public static IEnumerable<CsvRow> Read(TextReader reader)
    {
        var (fields, field) = (new List<string>(), new StringBuilder());
        var (line, startLine) = (1, 1);
        int next;
        while ((next = reader.Read()) >= 0)
        {
            switch ((char)next)
            {
                case '"' when field.Length == 0:
                    ReadQuoted(reader, field, ref line);
                    break;
                case ',':
                    fields.Add(TakeText(field));
                    break;
                case '\r':
                    break;
                case '\n':
                    line++;
                    if (fields.Count > 0 || field.Length > 0) yield return Finish(startLine, fields, field);
                    startLine = line;
                    break;
                default:
                    field.Append((char)next);
                    break;
            }
        }

        if (fields.Count > 0 || field.Length > 0) yield return Finish(startLine, fields, field);
    }

    /// <summary>Writes one row, ended by <c>\n</c>.</summary>
    public static void Write(TextWriter writer, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) writer.Write(',');
            var needsQuotes = fields[i].AsSpan().IndexOfAny(",\"\r\n") >= 0;
            writer.Write(needsQuotes ? $"\"{fields[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : fields[i]);
        }

        writer.Write('\n');
    }

    private static void ReadQuoted(TextReader reader, StringBuilder field, ref int line)
    {
        var opened = line;
        while (true)
        {
            switch (reader.Read())
            {
                case -1:
                    throw new FormatException(
                        $"line {opened}: a quotation mark is opened and never closed. Close it, or double it if it belongs to the text.");
                case '"' when reader.Peek() == '"':
                    field.Append((char)reader.Read());
                    break;
                case '"' when reader.Peek() is ',' or '\r' or '\n' or -1:
                    return;
                case '"':
                    throw new FormatException(
                        $"line {line}: text follows a closing quotation mark. Double the quotation marks that belong to the text.");
                case var other:
                    if (other == '\n') line++;
                    field.Append((char)other);
                    break;
            }
        }
    }

    private static CsvRow Finish(int line, List<string> fields, StringBuilder field)
    {
        fields.Add(TakeText(field));
        var row = new CsvRow(line, [.. fields]);
        fields.Clear();
        return row;
    }

    private static string TakeText(StringBuilder field)
    {
        var text = field.ToString();
        field.Clear();
        return text;
    }
}
