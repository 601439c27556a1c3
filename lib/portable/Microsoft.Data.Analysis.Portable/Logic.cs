namespace Microsoft.Data.Analysis;

/// <summary>Combines truth columns row by row; a null makes the result null.</summary>
internal static class Logic
{
    public static DataFrameColumn Combine(DataFrameColumn left, DataFrameColumn right, bool inPlace, Func<bool?, bool?, bool?> operation)
    {
        if (left.Length != right.Length) throw new ArgumentException("Column lengths are mismatched", nameof(right));
        var (a, b) = (Truth(left), Truth(right));
        return Finish(a, new BooleanDataFrameColumn(left.Name, a.Zip(b, operation)), inPlace);
    }

    public static PrimitiveDataFrameColumn<bool> Combine(
        DataFrameColumn column, bool value, bool inPlace, Func<bool?, bool?, bool?> operation)
    {
        var truth = Truth(column);
        return Finish(truth, new BooleanDataFrameColumn(column.Name, truth.Select(item => operation(item, value))), inPlace);
    }

    private static PrimitiveDataFrameColumn<bool> Truth(DataFrameColumn column) =>
        column as PrimitiveDataFrameColumn<bool>
            ?? throw new NotSupportedException($"The column {column.Name} holds {column.DataType.Name} where true and false are needed.");

    private static PrimitiveDataFrameColumn<bool> Finish(
        PrimitiveDataFrameColumn<bool> column, PrimitiveDataFrameColumn<bool> result, bool inPlace)
    {
        if (!inPlace) return result;
        for (var row = 0L; row < column.Length; row++) column[row] = result[row];
        return column;
    }
}
