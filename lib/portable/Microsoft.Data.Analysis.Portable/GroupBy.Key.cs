using System.Collections;

namespace Microsoft.Data.Analysis;

public class GroupBy<TKey> : GroupBy
{
    private readonly DataFrame _dataFrame;
    private readonly int _keyColumn;
    private readonly IDictionary<TKey, ICollection<long>> _rows;

    public GroupBy(DataFrame dataFrame, int groupByColumnIndex, IDictionary<TKey, ICollection<long>> keyToRowIndices) =>
        (_dataFrame, _keyColumn, _rows) = (dataFrame, groupByColumnIndex, keyToRowIndices);

    public IEnumerable<IGrouping<TKey, DataFrameRow>> Groupings =>
        _rows.Select(group => new Group(group.Key, group.Value.Select(row => _dataFrame.Rows[row])));

    public override DataFrame Count(params string[] columnNames) =>
        Aggregate(columnNames, (column, groups) =>
            new Int64DataFrameColumn(column.Name, groups.Select(group => group.Length - group.NullCount)));

    public override DataFrame First(params string[] columnNames) =>
        Aggregate(columnNames, (column, groups) => Collect(column, groups, group => group[0]));

    public override DataFrame Max(params string[] columnNames) =>
        Aggregate(columnNames, (column, groups) => Collect(column, groups, group => group.Max()));

    public override DataFrame Min(params string[] columnNames) =>
        Aggregate(columnNames, (column, groups) => Collect(column, groups, group => group.Min()));

    public override DataFrame Sum(params string[] columnNames) =>
        Aggregate(columnNames, (column, groups) => Collect(column, groups, group => group.Sum()));

    public override DataFrame Mean(params string[] columnNames) =>
        Aggregate(columnNames, (column, groups) =>
            new DoubleDataFrameColumn(column.Name, groups.Select(group => group.Mean() * (group.Length - group.NullCount) / group.Length)));

    public override DataFrame Head(int numberOfRows) => Rows(group => group.Take(numberOfRows));

    public override DataFrame Tail(int numberOfRows) => Rows(group => group.TakeLast(numberOfRows));

    private DataFrame Rows(Func<ICollection<long>, IEnumerable<long>> choose)
    {
        long?[] rows = [.. _rows.Values.SelectMany(choose).Select(row => (long?)row)];
        return new DataFrame(
            _dataFrame.Columns.OrderBy(column => column == _dataFrame.Columns[_keyColumn] ? 0 : 1).Select(column => column.Take(rows)));
    }

    private DataFrame Aggregate(string[] columnNames, Func<DataFrameColumn, IEnumerable<DataFrameColumn>, DataFrameColumn> aggregate)
    {
        var key = _dataFrame.Columns[_keyColumn];
        var columns = columnNames is { Length: > 0 }
            ? columnNames.Select(name => _dataFrame[name])
            : _dataFrame.Columns.Where(column => column != key);
        return new DataFrame(columns
            .Select(column => aggregate(column, _rows.Values.Select(rows => column.Take([.. rows.Select(row => (long?)row)]))))
            .Prepend(key.Take([.. _rows.Values.Select(rows => (long?)rows.First())])));
    }

    private static DataFrameColumn Collect(
        DataFrameColumn like, IEnumerable<DataFrameColumn> groups, Func<DataFrameColumn, object> aggregate)
    {
        var collected = like.NewEmpty(like.Name);
        foreach (var group in groups) collected.AppendObject(aggregate(group), null);
        return collected;
    }

    private sealed class Group(TKey key, IEnumerable<DataFrameRow> rows) : IGrouping<TKey, DataFrameRow>
    {
        public TKey Key => key;

        public IEnumerator<DataFrameRow> GetEnumerator() => rows.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
