namespace Microsoft.Data.Analysis;

/// <summary>Compares row by row. Numbers of different types compare by value; a null equals nothing.</summary>
internal static class Comparison
{
    public static PrimitiveDataFrameColumn<bool> Of(DataFrameColumn left, DataFrameColumn right, bool whenNull, Func<int, bool> holds)
    {
        if (left.Length != right.Length) throw new ArgumentException("Column lengths are mismatched", nameof(right));
        return Of(left, row => right[row], whenNull, holds);
    }

    public static PrimitiveDataFrameColumn<bool> Of<T>(DataFrameColumn left, T value, bool whenNull, Func<int, bool> holds) =>
        value is DataFrameColumn right ? Of(left, right, whenNull, holds) : Of(left, _ => value, whenNull, holds);

    private static BooleanDataFrameColumn Of(DataFrameColumn left, Func<long, object> right, bool whenNull, Func<int, bool> holds) =>
        new(left.Name,
            left.RowIndices().Select(row => left[row.Value] is { } a && right(row.Value) is { } b ? Holds(a, b, holds) : whenNull));

    private static bool Holds(object a, object b, Func<int, bool> holds)
    {
        switch (a, b)
        {
            case (string x, string y):
                return holds(string.CompareOrdinal(x, y));
            case (bool x, bool y):
                return holds(x.CompareTo(y));
            case (DateTime x, DateTime y):
                return holds(x.CompareTo(y));
            case (int or long or short or byte, int or long or short or byte):
                return holds(Convert.ToInt64(a, null).CompareTo(Convert.ToInt64(b, null)));
            case (int or long or short or byte or float or double, int or long or short or byte or float or double):
                // Nothing is equal to, greater or less than NaN, but it differs from everything.
                var (left, right) = (Convert.ToDouble(a, null), Convert.ToDouble(b, null));
                return double.IsNaN(left) || double.IsNaN(right) ? holds(1) && !holds(0) && holds(-1) : holds(left.CompareTo(right));
            default:
                throw new NotSupportedException($"{a.GetType().Name} cannot be compared with {b.GetType().Name}.");
        }
    }
}
