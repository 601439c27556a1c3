namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    public DataFrame(IEnumerable<DataFrameColumn> columns)
    {
        Columns = new DataFrameColumnCollection(columns);
        Rows = new DataFrameRowCollection(this);
    }

    public DataFrame(params DataFrameColumn[] columns)
        : this((IEnumerable<DataFrameColumn>)columns)
    {
    }

    public DataFrameColumnCollection Columns { get; }

    public DataFrameRowCollection Rows { get; }

    public object this[long rowIndex, int columnIndex]
    {
        get => Columns[columnIndex][rowIndex];
        set => Columns[columnIndex][rowIndex] = value;
    }

    public DataFrameColumn this[string columnName]
    {
        get => Columns[columnName];
        set => Columns[columnName] = value;
    }

    public DataFrame this[PrimitiveDataFrameColumn<bool> rowFilter] => Filter(rowFilter);

    public DataFrame this[PrimitiveDataFrameColumn<int> rowIndices] => Filter(rowIndices);

    public DataFrame this[PrimitiveDataFrameColumn<long> rowIndices] => Filter(rowIndices);

    public DataFrame this[IEnumerable<bool> rowFilter] => Filter(new BooleanDataFrameColumn("", rowFilter));

    public DataFrame this[IEnumerable<int> rowIndices] => Take(rowIndices.Select(row => (long?)row));

    public DataFrame this[IEnumerable<long> rowIndices] => Take(rowIndices.Select(row => (long?)row));

    public static DataFrame LoadFrom(IEnumerable<IList<object>> vals, IList<(string, Type)> columnInfos)
    {
        var loaded = new DataFrame(columnInfos.Select(column => ColumnTypes.NewColumn(column.Item1, column.Item2)));
        foreach (var row in vals) loaded.Append(row, inPlace: true);
        return loaded;
    }

    public DataFrame Clone() => new(Columns.Select(column => column.Clone()));

    public DataFrame Filter(PrimitiveDataFrameColumn<bool> filter)
    {
        if (filter.Length != Rows.Count)
        {
            throw new ArgumentException($"The filter has {filter.Length} rows, the frame {Rows.Count}.", nameof(filter));
        }
        return Take(filter.RowIndices().Where(row => filter[row.Value] == true));
    }

    public DataFrame Filter(PrimitiveDataFrameColumn<int> rowIndices) => Take(rowIndices.Select(row => (long?)row));

    public DataFrame Filter(PrimitiveDataFrameColumn<long> rowIndices) => Take(rowIndices);

    /// <summary>The first rows; unlike elsewhere it is an error to ask for more than there are.</summary>
    public DataFrame Head(int numberOfRows) => Take(Enumerable.Range(0, numberOfRows).Select(row => (long?)row));

    /// <summary>The last rows; it is an error to ask for more than there are.</summary>
    public DataFrame Tail(int numberOfRows) =>
        Take(Enumerable.Range(0, numberOfRows).Select(row => (long?)(Rows.Count - numberOfRows + row)));

    /// <summary>Rows drawn at random without repetition, different ones each time.</summary>
    public DataFrame Sample(int numberOfRows)
    {
        if (numberOfRows > Rows.Count)
        {
            throw new ArgumentException(
                $"Parameter.Count exceeds the number of rows({Rows.Count}) in the DataFrame ", nameof(numberOfRows));
        }
        var rows = Enumerable.Range(0, (int)Rows.Count).ToArray();
#pragma warning disable CA5394 // A sample is no secret.
        Random.Shared.Shuffle(rows);
#pragma warning restore CA5394
        return this[rows.Take(numberOfRows)];
    }

    public DataFrame OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true) =>
        Take(Columns[columnName].SortedRows(ascending, putNullValuesLast));

    public DataFrame OrderByDescending(string columnName, bool putNullValuesLast = true) =>
        OrderBy(columnName, ascending: false, putNullValuesLast);

    public GroupBy GroupBy(string columnName) => Columns[columnName].GroupBy(Columns.IndexOf(columnName), this);

    public GroupBy<TKey> GroupBy<TKey>(string columnName) =>
        GroupBy(columnName) as GroupBy<TKey> ?? throw new InvalidCastException(
            $"The column {columnName} holds {Columns[columnName].DataType.Name}, not {typeof(TKey).Name}.");

    public DataFrame DropNulls(DropNullOptions options = DropNullOptions.Any) =>
        Take(Columns.Count == 0 ? [] : Columns[0].RowIndices().Where(row =>
    {
        var nulls = Columns.Count(column => column[row.Value] is null);
        return options == DropNullOptions.Any ? nulls == 0 : nulls < Columns.Count;
    }));

    public DataFrame FillNulls(object value, bool inPlace = false)
    {
        var filled = inPlace ? this : Clone();
        foreach (var column in filled.Columns) column.FillNulls(value, inPlace: true);
        return filled;
    }

    private DataFrame Take(IEnumerable<long?> rows)
    {
        var list = rows.ToArray();
        return new DataFrame(Columns.Select(column => column.Take(list)));
    }
}
