using System.Collections.ObjectModel;

namespace Microsoft.Data.Analysis;

public class DataFrameColumnCollection : Collection<DataFrameColumn>
{
    internal DataFrameColumnCollection(IEnumerable<DataFrameColumn> columns)
    {
        foreach (var column in columns) Add(column);
    }

    public DataFrameColumn this[string columnName]
    {
        get => this[Find(columnName)];
        set
        {
            var index = IndexOf(columnName);
            value.SetName(columnName);
            if (index < 0) Add(value);
            else this[index] = value;
        }
    }

    public int IndexOf(string columnName)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Name == columnName) return i;
        }

        return -1;
    }

    public void Remove(string columnName) => RemoveAt(Find(columnName));

    public void RenameColumn(string currentName, string newName)
    {
        var column = this[currentName];
        CheckIsNew(column, newName);
        column.SetName(newName);
    }

    public BooleanDataFrameColumn GetBooleanColumn(string name) => Get<BooleanDataFrameColumn>(name);

    public Int32DataFrameColumn GetInt32Column(string name) => Get<Int32DataFrameColumn>(name);

    public Int64DataFrameColumn GetInt64Column(string name) => Get<Int64DataFrameColumn>(name);

    public SingleDataFrameColumn GetSingleColumn(string name) => Get<SingleDataFrameColumn>(name);

    public DoubleDataFrameColumn GetDoubleColumn(string name) => Get<DoubleDataFrameColumn>(name);

    public DateTimeDataFrameColumn GetDateTimeColumn(string name) => Get<DateTimeDataFrameColumn>(name);

    public StringDataFrameColumn GetStringColumn(string name) => Get<StringDataFrameColumn>(name);

    public PrimitiveDataFrameColumn<T> GetPrimitiveColumn<T>(string name)
        where T : unmanaged => Get<PrimitiveDataFrameColumn<T>>(name);

    protected override void InsertItem(int columnIndex, DataFrameColumn column)
    {
        CheckFits(column, Count);
        CheckIsNew(column, column.Name);
        base.InsertItem(columnIndex, column);
    }

    protected override void SetItem(int columnIndex, DataFrameColumn column)
    {
        CheckFits(column, Count - 1);
        var taken = IndexOf(column.Name);
        if (taken >= 0 && taken != columnIndex) CheckIsNew(column, column.Name);
        base.SetItem(columnIndex, column);
    }

    private TColumn Get<TColumn>(string name)
        where TColumn : DataFrameColumn =>
        this[name] as TColumn ?? throw new ArgumentException(
            $"The column {name} holds {this[name].DataType.Name} and is no {typeof(TColumn).Name}.", nameof(name));

    private int Find(string columnName) =>
        IndexOf(columnName) is >= 0 and var index
            ? index
            : throw new ArgumentException($"Column '{columnName}' does not exist", nameof(columnName));

    private void CheckFits(DataFrameColumn column, int others)
    {
        if (others > 0 && column.Length != this[0].Length) throw new ArgumentException("Column lengths are mismatched", nameof(column));
    }

    private void CheckIsNew(DataFrameColumn column, string name)
    {
        if (IndexOf(name) is >= 0 and var taken && this[taken] != column)
        {
            throw new ArgumentException($"DataFrame already contains a column called {name}", nameof(column));
        }
    }
}
