using System.Collections;

namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn : IEnumerable
{
    private protected DataFrameColumn(string name, Type type)
    {
        Name = name;
        DataType = type;
    }

    public string Name { get; private set; }

    public Type DataType { get; }

    public long Length => CountRows();

    public abstract long NullCount { get; }

    public object this[long rowIndex]
    {
        get => GetValue(rowIndex);
        set => SetValue(rowIndex, value);
    }

    public IReadOnlyList<object> this[long startIndex, int length] => [.. Enumerable.Range(0, length).Select(i => this[startIndex + i])];

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T?> values)
        where T : unmanaged => new(name, values);

    public static PrimitiveDataFrameColumn<T> Create<T>(string name, IEnumerable<T> values)
        where T : unmanaged => new(name, values);

    public static StringDataFrameColumn Create(string name, IEnumerable<string> values) => new(name, values);

    /// <summary>
    /// Renames the column. One that is part of a frame is renamed with <see cref="DataFrameColumnCollection.RenameColumn"/>.
    /// </summary>
    public void SetName(string newName) => Name = newName;

    public virtual bool IsNumericColumn() => false;

    public virtual bool HasDescription() => false;

    public virtual DataFrameColumn Description() => throw new NotImplementedException();

    public virtual double Mean() => throw new NotImplementedException();

    public virtual double Median() => throw new NotImplementedException();

    public virtual object Sum() => throw new NotImplementedException();

    public virtual object Min() => throw new NotImplementedException();

    public virtual object Max() => throw new NotImplementedException();

    public virtual bool All() => throw new NotSupportedException();

    public virtual bool Any() => throw new NotSupportedException();

    public virtual DataFrame ValueCounts()
    {
        var counts = new Dictionary<object, long>();
        foreach (var value in this)
        {
            if (value is not null) counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        var values = NewEmpty("Values");
        foreach (var value in counts.Keys) values.AppendObject(value, null);
        return new DataFrame(values, new Int64DataFrameColumn("Counts", counts.Values));
    }

    public DataFrameColumn Clone(long numberOfNullsToAppend = 0) =>
        Take([.. RowIndices(), .. Enumerable.Repeat((long?)null, (int)numberOfNullsToAppend)]);

    public DataFrameColumn DropNulls() => Take([.. RowIndices().Where(row => this[row.Value] is not null)]);

    public DataFrameColumn FillNulls(object value, bool inPlace = false)
    {
        var filled = inPlace ? this : Clone();
        for (var row = 0L; row < Length; row++)
        {
            if (filled[row] is null) filled[row] = value;
        }

        return filled;
    }

    public DataFrameColumn Sort(bool ascending = true, bool putNullValuesLast = true) => Take(SortedRows(ascending, putNullValuesLast));

    /// <summary>The values one a line behind the name, and then name and type again, as the official one writes it.</summary>
    public override string ToString() =>
        $"{Name}{string.Concat(this.Cast<object>().Select(value => (value ?? "null") + Environment.NewLine))}"
            + $"Name: {Name}, Type: {DataType}";

    IEnumerator IEnumerable.GetEnumerator() => RowIndices().Select(row => this[row.Value]).GetEnumerator();

    internal StringDataFrameColumn InfoColumn() =>
        new(Name, [DataType.ToString(), (Length - NullCount).ToString(System.Globalization.CultureInfo.CurrentCulture)]);

    /// <summary>The rows in sorted order; rows that compare as equal keep theirs.</summary>
    internal IReadOnlyList<long?> SortedRows(bool ascending, bool putNullValuesLast)
    {
        var rows = RowIndices().Where(row => this[row.Value] is not null);
        var sorted = ascending ? rows.OrderBy(row => this[row.Value]) : rows.OrderByDescending(row => this[row.Value]);
        var nulls = RowIndices().Where(row => this[row.Value] is null);
        return putNullValuesLast ? [.. sorted, .. nulls] : [.. nulls, .. sorted];
    }

    /// <summary>A column of the same type with these rows; a null index gives a null.</summary>
    internal abstract DataFrameColumn Take(IReadOnlyList<long?> rows);

    internal abstract DataFrameColumn NewEmpty(string name);

    /// <summary>Appends a value of this type, or one that converts to it.</summary>
    internal abstract void AppendObject(object value, System.Globalization.CultureInfo culture);

    internal abstract void RemoveLast();

    internal abstract GroupBy GroupBy(int columnIndex, DataFrame parent);

    internal IEnumerable<long?> RowIndices()
    {
        for (var row = 0L; row < Length; row++) yield return row;
    }

    protected abstract object GetValue(long rowIndex);

    protected abstract void SetValue(long rowIndex, object value);

    private protected abstract long CountRows();

    private protected void CheckRow(long rowIndex)
    {
        // The official one swaps text and parameter name, and its message shows it.
        if (rowIndex < 0 || rowIndex >= Length) throw IndexTooLarge();
    }

    internal static ArgumentOutOfRangeException IndexTooLarge()
    {
        const string parameter = "Index cannot be greater than the Column's Length";
        return new ArgumentOutOfRangeException(parameter, "rowIndex");
    }
}
