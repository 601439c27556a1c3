using System.Collections;
using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T> : DataFrameColumn, IEnumerable<T?>
    where T : unmanaged
{
    private readonly List<T?> _values;

    public PrimitiveDataFrameColumn(string name, IEnumerable<T?> values)
        : base(name, typeof(T)) => _values = [.. values];

    public PrimitiveDataFrameColumn(string name, IEnumerable<T> values)
        : base(name, typeof(T)) => _values = [.. values.Select(value => (T?)value)];

    /// <param name="name">The column's name.</param>
    /// <param name="length">How many rows it has at first. They hold nulls.</param>
    public PrimitiveDataFrameColumn(string name, long length = 0)
        : base(name, typeof(T)) => _values = [.. Enumerable.Repeat((T?)null, (int)length)];

    public override long NullCount => _values.Count(value => value is null);

    public new T? this[long rowIndex]
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

    public new IReadOnlyList<T?> this[long startIndex, int length] => _values.GetRange((int)startIndex, length);

    public void Append(T? value) => _values.Add(value);

    public void AppendMany(T? value, long count) => _values.AddRange(Enumerable.Repeat(value, (int)count));

    public PrimitiveDataFrameColumn<T> Apply(Func<T, T> func, bool inPlace = false)
    {
        var target = inPlace ? this : Clone();
        for (var i = 0; i < _values.Count; i++)
        {
            if (_values[i] is { } value) target._values[i] = func(value);
        }

        return target;
    }

    public PrimitiveDataFrameColumn<TResult> Apply<TResult>(Func<T?, TResult?> func)
        where TResult : unmanaged => new(Name, _values.Select(func));

    public void ApplyElementwise(Func<T?, long, T?> func)
    {
        for (var i = 0; i < _values.Count; i++) _values[i] = func(_values[i], i);
    }

    public new PrimitiveDataFrameColumn<T> Clone(long numberOfNullsToAppend = 0) =>
        (PrimitiveDataFrameColumn<T>)base.Clone(numberOfNullsToAppend);

    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<int> mapIndices) =>
        (PrimitiveDataFrameColumn<T>)Take([.. mapIndices.Select(row => (long?)row)]);

    public PrimitiveDataFrameColumn<T> Clone(IEnumerable<long> mapIndices) =>
        (PrimitiveDataFrameColumn<T>)Take([.. mapIndices.Select(row => (long?)row)]);

    public new PrimitiveDataFrameColumn<T> DropNulls() => (PrimitiveDataFrameColumn<T>)base.DropNulls();

    public PrimitiveDataFrameColumn<T> FillNulls(T value, bool inPlace = false) =>
        (PrimitiveDataFrameColumn<T>)base.FillNulls(value, inPlace);

    public new PrimitiveDataFrameColumn<T> Sort(bool ascending = true, bool putNullValuesLast = true) =>
        (PrimitiveDataFrameColumn<T>)base.Sort(ascending, putNullValuesLast);

    public IEnumerator<T?> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    internal override DataFrameColumn NewEmpty(string name) => new PrimitiveDataFrameColumn<T>(name);

    internal override DataFrameColumn Take(IReadOnlyList<long?> rows)
    {
        var taken = (PrimitiveDataFrameColumn<T>)NewEmpty(Name);
        foreach (var row in rows) taken.Append(row is { } index ? this[index] : null);
        return taken;
    }

    internal override void AppendObject(object value, CultureInfo culture) =>
        _values.Add(value is null ? null : value is T typed ? typed : (T)Convert.ChangeType(value, typeof(T), culture));

    internal override void RemoveLast() => _values.RemoveAt(_values.Count - 1);

    internal override GroupBy GroupBy(int columnIndex, DataFrame parent) =>
        new GroupBy<T>(parent, columnIndex, Grouping.RowsByKey(_values.Select(value => (value is not null, value.GetValueOrDefault()))));

    protected override object GetValue(long rowIndex) => this[rowIndex];

    protected override void SetValue(long rowIndex, object value) =>
        this[rowIndex] = value switch
        {
            null => null,
            T typed => typed,
            _ => (T)Convert.ChangeType(value, typeof(T), CultureInfo.CurrentCulture),
        };

    private protected override long CountRows() => _values.Count;
}
