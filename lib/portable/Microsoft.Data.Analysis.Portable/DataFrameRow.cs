using System.Collections;

namespace Microsoft.Data.Analysis;

public class DataFrameRow : IEnumerable<object>
{
    private readonly DataFrame _dataFrame;
    private readonly long _row;

    internal DataFrameRow(DataFrame dataFrame, long row) => (_dataFrame, _row) = (dataFrame, row);

    public object this[int index]
    {
        get => _dataFrame.Columns[index][_row];
        set => _dataFrame.Columns[index][_row] = value;
    }

    public object this[string columnName]
    {
        get => _dataFrame[columnName][_row];
        set => _dataFrame[columnName][_row] = value;
    }

    public IEnumerable<KeyValuePair<string, object>> GetValues() =>
        _dataFrame.Columns.Select(column => KeyValuePair.Create(column.Name, column[_row]));

    public IEnumerator<object> GetEnumerator() => _dataFrame.Columns.Select(column => column[_row]).GetEnumerator();

    /// <summary>The values, each followed by a space.</summary>
    public override string ToString() => string.Concat(this.Select(value => (value ?? "null") + " "));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
