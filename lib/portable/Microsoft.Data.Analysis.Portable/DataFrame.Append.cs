using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    /// <summary>
    /// Adds a row. Values are converted to the columns' types; a row that is too short is filled up with nulls. The text "null" becomes a
    /// null.
    /// </summary>
    public DataFrame Append(IEnumerable<object> row = null, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var target = inPlace ? this : Clone();
        object[] values = row is null ? [] : [.. row];
        if (values.Length > target.Columns.Count)
        {
            throw new ArgumentException($"The row has {values.Length} values, the frame {target.Columns.Count} columns.", nameof(row));
        }
        target.AppendRow(
            index => index < values.Length ? NullFromText(values[index], target.Columns[index].DataType) : null,
            cultureInfo ?? CultureInfo.CurrentCulture);
        return target;
    }

    /// <summary>Adds a row by column names; columns that are not named get a null.</summary>
    public DataFrame Append(IEnumerable<KeyValuePair<string, object>> row, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var target = inPlace ? this : Clone();
        var values = new Dictionary<int, object>();
        foreach (var (name, value) in row)
        {
            var index = target.Columns.IndexOf(name);
            values.Add(index >= 0 ? index : throw new ArgumentException($"Column '{name}' does not exist", nameof(row)), value);
        }

        target.AppendRow(values.GetValueOrDefault, cultureInfo ?? CultureInfo.CurrentCulture);
        return target;
    }

    /// <summary>Adds rows of another frame by column names.</summary>
    public DataFrame Append(IEnumerable<DataFrameRow> rows, bool inPlace = false, CultureInfo cultureInfo = null)
    {
        var target = inPlace ? this : Clone();
        foreach (var row in rows.ToArray()) target.Append(row.GetValues(), inPlace: true, cultureInfo);
        return target;
    }

    /// <summary>The official one takes the text "null" for a null in every column, and an empty one in all but text columns.</summary>
    internal static object NullFromText(object value, Type type) =>
        value is string text && (text.Length == 0 && type != typeof(string) || text.Equals("null", StringComparison.OrdinalIgnoreCase))
            ? null
            : value;

    // A value that does not convert leaves the frame as it was.
    private void AppendRow(Func<int, object> value, CultureInfo culture)
    {
        var done = 0;
        try
        {
            for (; done < Columns.Count; done++) Columns[done].AppendObject(value(done), culture);
        }
        catch
        {
            for (var i = 0; i < done; i++) Columns[i].RemoveLast();
            throw;
        }
    }
}
