using System.Globalization;
using Microsoft.Data.Analysis;

namespace LstmCourse.Display;

/// <summary>The first rows of a data frame, under the names and the types of its columns.</summary>
internal sealed class DataFrameTable
{
    private const int MostRows = 20;
    private const int MostColumns = 30;
    private const int LongestText = 100;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
    };

    private readonly string[][] _head;
    private readonly string[][] _rows;
    private readonly bool[] _isNumber;
    private readonly string? _rest;

    /// <param name="columns">Columns of one length.</param>
    public DataFrameTable(IReadOnlyList<DataFrameColumn> columns)
    {
        var shown = columns.Take(MostColumns).ToArray();
        var length = columns.Count == 0 ? 0 : columns[0].Length;
        var cells = shown.Select(column => Cells(column, (int)Math.Min(length, MostRows))).ToArray();
        _head = [[.. shown.Select(column => Line(column.Name))], [.. shown.Select(column => TypeName(column.DataType))]];
        _rows = [.. Enumerable.Range(0, (int)Math.Min(length, MostRows)).Select(row => cells.Select(column => column[row]).ToArray())];
        _isNumber = [.. shown.Select(column => IsNumber(column.DataType))];
        _rest = Rest(length - MostRows, columns.Count - MostColumns);
    }

    /// <summary>A table without script or style sheet, and below it how much is left out.</summary>
    public string ToHtml() => TableHtml.Write(_head, _rows, _isNumber) + (_rest is null ? "" : $"<p>{_rest}</p>\n");

    /// <summary>The table as aligned text, and below it how much is left out.</summary>
    public override string ToString() => TableText.Write(_head, _rows, _isNumber) + (_rest is null ? "" : _rest + "\n");

    private static string? Rest(long rows, int columns) => (rows, columns) switch
    {
        ( <= 0, <= 0) => null,
        ( > 0, <= 0) => Counted(rows, "row"),
        ( <= 0, > 0) => Counted(columns, "column"),
        _ => $"{Counted(rows, "row")}, {Counted(columns, "column")}",
    };

    private static string Counted(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {thing}{(count == 1 ? "" : "s")} more");

    private static string[] Cells(DataFrameColumn column, int count)
    {
        var values = Enumerable.Range(0, count).Select(row => column[row]).ToArray();
        // Days without a time of day are written without one.
        var areDays = values.All(value => value is null or DateTime { TimeOfDay.Ticks: 0 });
        return [.. values.Select(value => Cell(value, areDays))];
    }

    private static string Cell(object? value, bool isDay) => value switch
    {
        null => "null",
        string text => Line(text),
        bool flag => flag ? "true" : "false",
        double or float when Whole(value) is { } whole => whole,
        double or float or decimal => ((IFormattable)value).ToString("G6", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(isDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Line(value.ToString() ?? ""),
    };

    // Six digits are enough for a measurement, but not for a count or an id.
    private static string? Whole(object value)
    {
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return number == Math.Round(number) && Math.Abs(number) < 1e15 ? (number + 0.0).ToString("0", CultureInfo.InvariantCulture) : null;
    }

    private static string Line(string text)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= LongestText) return text;
        // A surrogate pair stays whole.
        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..end].TrimEnd() + "…";
    }

    private static string TypeName(Type type) => Keywords.GetValueOrDefault(type, type.Name);

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
