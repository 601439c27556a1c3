using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Microsoft.Data.Analysis;

/// <summary>Reads CSV into a frame.</summary>
internal sealed class CsvLoader(
    char separator, bool header, string[] columnNames, Type[] dataTypes, long rowLimit, int guessRows, bool addIndexColumn,
    bool renameDuplicates, CultureInfo culture, Func<IEnumerable<string>, Type> guess)
{
    private readonly CultureInfo _culture = culture ?? CultureInfo.CurrentCulture;

    public DataFrame Load(TextReader reader)
    {
        using var parser = new CsvParser(reader, new CsvConfiguration(_culture) { Delimiter = separator.ToString() }, leaveOpen: true);
        if (!parser.Read()) throw new FormatException("Empty file");

        string[] names = header ? parser.Record : [.. parser.Record.Select((_, index) => $"Column{index}")];
        List<string[]> rows = header ? [] : [parser.Record];
        while ((rowLimit < 0 || rows.Count < rowLimit) && parser.Read())
        {
            if (parser.Count < names.Length) throw new FormatException($"Line {parser.Row} has less columns than expected");
            if (parser.Count > names.Length) throw new FormatException($"Line {parser.Row} has more columns than expected");
            rows.Add(parser.Record);
        }

        return Build(names, rows);
    }

    private DataFrame Build(string[] names, List<string[]> rows)
    {
        if (columnNames is not null) names = [.. columnNames.Concat(names.Skip(columnNames.Length))];
        if (renameDuplicates) names = WithoutDuplicates(names);
        var columns = names.Select((name, index) => ColumnTypes.NewColumn(name, TypeOf(rows, index))).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) columns[i].AppendObject(DataFrame.NullFromText(row[i], columns[i].DataType), _culture);
        }

        return addIndexColumn
            ? new DataFrame(columns.Prepend(new Int32DataFrameColumn("IndexColumn", Enumerable.Range(0, rows.Count))))
            : new DataFrame(columns);
    }

    private Type TypeOf(List<string[]> rows, int index)
    {
        if (dataTypes is not null && index < dataTypes.Length) return dataTypes[index];
        var sample = rows.Take(guessRows).Select(row => row[index]);
        return guess is not null ? guess(sample) : Guess(sample);
    }

    // Every number is a float, as in the official one.
    private Type Guess(IEnumerable<string> sample)
    {
        var values = sample.Where(value => value.Length > 0).ToArray();
        if (values.Length == 0) return typeof(string);
        if (values.All(value => bool.TryParse(value, out _))) return typeof(bool);
        if (values.All(value => float.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, _culture, out _))) return typeof(float);
        return values.All(value => DateTime.TryParse(value, _culture, DateTimeStyles.None, out _)) ? typeof(DateTime) : typeof(string);
    }

    private static string[] WithoutDuplicates(string[] names)
    {
        var seen = new Dictionary<string, int>();
        return [.. names.Select(name =>
        {
            seen[name] = seen.TryGetValue(name, out var count) ? count + 1 : 0;
            return seen[name] == 0 ? name : $"{name}.{seen[name]}";
        })];
    }
}
