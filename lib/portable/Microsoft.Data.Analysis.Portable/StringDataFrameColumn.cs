using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

public class StringDataFrameColumn : DataFrameColumn, IEnumerable<string>
{
    private readonly List<string> _values;

    public StringDataFrameColumn(string name, IEnumerable<string> values)
        : base(name, typeof(string)) => _values = [.. values];

    public StringDataFrameColumn(string name, long length = 0)
        : base(name, typeof(string)) => _values = [.. Enumerable.Repeat((string)null, (int)length)];

    public override long NullCount => _values.Count(value => value is null);

    public new string this[long rowIndex]
    {
        get
        {
            CheckRow(rowIndex);
            return _values[(int)rowIndex];
        }
        set
        {
            CheckRow(rowIndex);
            _values[(int)rowIndex] = value;
        }
    }

    public new List<string> this[long startIndex, int length] => _values.GetRange((int)startIndex, length);

    public static StringDataFrameColumn operator +(StringDataFrameColumn column, string value) => column.Add(value);

    public static StringDataFrameColumn operator +(string value, StringDataFrameColumn column) => Add(value, column);

    public static StringDataFrameColumn Add(string value, StringDataFrameColumn right) => right.Apply(text => value + text);

    public void Append(string value) => _values.Add(value);

    public StringDataFrameColumn Add(string value, bool inPlace = false) => Apply(text => text + value, inPlace);

    /// <summary>The texts of two columns joined; numbers are written in the current culture.</summary>
    public override DataFrameColumn Add(DataFrameColumn column, bool inPlace = false)
    {
        if (column.Length != Length) throw new ArgumentException("Column lengths are mismatched", nameof(column));
        return Finish(new StringDataFrameColumn(Name, RowIndices().Select(row => this[row.Value] + column[row.Value])), inPlace);
    }

    public override DataFrameColumn Add<T>(T value, bool inPlace = false) =>
        value is DataFrameColumn column ? Add(column, inPlace) : Add(value?.ToString(), inPlace);

    public StringDataFrameColumn Apply(Func<string, string> func, bool inPlace = false)
    {
        var target = inPlace ? this : Clone();
        for (var i = 0; i < _values.Count; i++) target._values[i] = func(_values[i]);
        return target;
    }

    public new StringDataFrameColumn Clone(long numberOfNullsToAppend = 0) => (StringDataFrameColumn)base.Clone(numberOfNullsToAppend);

    public new StringDataFrameColumn DropNulls() => (StringDataFrameColumn)base.DropNulls();

    public StringDataFrameColumn FillNulls(string value, bool inPlace = false) => (StringDataFrameColumn)base.FillNulls(value, inPlace);

    public new StringDataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (StringDataFrameColumn)base.Sort(ascending, putNullValuesLast);

    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    internal override DataFrameColumn NewEmpty(string name) => new StringDataFrameColumn(name);

    internal override DataFrameColumn Take(IReadOnlyList<long?> rows) =>
        new StringDataFrameColumn(Name, rows.Select(row => row is { } index ? this[index] : null));

    internal override void AppendObject(object value, CultureInfo culture) =>
        _values.Add(value is null ? null : Convert.ToString(value, culture));

    internal override void RemoveLast() => _values.RemoveAt(_values.Count - 1);

    internal override GroupBy GroupBy(int columnIndex, DataFrame parent) =>
        new GroupBy<string>(parent, columnIndex, Grouping.RowsByKey(_values.Select(value => (value is not null, value))));

    protected override object GetValue(long rowIndex) => this[rowIndex];

    protected override void SetValue(long rowIndex, object value) =>
        this[rowIndex] = value is null or string ? (string)value : Convert.ToString(value, CultureInfo.CurrentCulture);

    private protected override long CountRows() => _values.Count;
}
