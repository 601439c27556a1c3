using System.Numerics;

namespace Microsoft.Data.Analysis;

/// <summary>Calculates with whole columns. Types are promoted as C# does: int, long, float, double. A null makes the result null.</summary>
internal static class Arithmetic
{
    public static DataFrameColumn Calculate(Operation operation, DataFrameColumn left, DataFrameColumn right)
    {
        if (left.Length != right.Length) throw new ArgumentException("Column lengths are mismatched", nameof(right));
        return Math.Max(Rank(left), Rank(right)) switch
        {
            0 => new Int32DataFrameColumn(left.Name, Values<int>(operation, left, right)),
            1 => new Int64DataFrameColumn(left.Name, Values<long>(operation, left, right)),
            2 => new SingleDataFrameColumn(left.Name, Values<float>(operation, left, right)),
            _ => new DoubleDataFrameColumn(left.Name, Values<double>(operation, left, right)),
        };
    }

    /// <summary>A column with one value in every row of another, under that one's name.</summary>
    public static DataFrameColumn Repeat<T>(T value, DataFrameColumn like) => value switch
    {
        int or short or byte or sbyte or ushort =>
            new Int32DataFrameColumn(like.Name, Enumerable.Repeat(Convert.ToInt32(value, null), (int)like.Length)),
        long or uint => new Int64DataFrameColumn(like.Name, Enumerable.Repeat(Convert.ToInt64(value, null), (int)like.Length)),
        float number => new SingleDataFrameColumn(like.Name, Enumerable.Repeat(number, (int)like.Length)),
        double number => new DoubleDataFrameColumn(like.Name, Enumerable.Repeat(number, (int)like.Length)),
        _ => throw new NotSupportedException($"{typeof(T).Name} is no number to calculate with."),
    };

    private static int Rank(DataFrameColumn column) => column switch
    {
        PrimitiveDataFrameColumn<int> or PrimitiveDataFrameColumn<short> or PrimitiveDataFrameColumn<byte> => 0,
        PrimitiveDataFrameColumn<long> => 1,
        PrimitiveDataFrameColumn<float> => 2,
        PrimitiveDataFrameColumn<double> => 3,
        _ => throw new NotSupportedException(
            $"The column {column.Name} holds {column.DataType.Name}, with which nothing can be calculated."),
    };

    private static IEnumerable<T?> Values<T>(Operation operation, DataFrameColumn left, DataFrameColumn right)
        where T : unmanaged, INumber<T>
    {
        for (var row = 0L; row < left.Length; row++)
        {
            yield return Read<T>(left, row) is { } a && Read<T>(right, row) is { } b ? Apply(operation, a, b) : null;
        }
    }

    private static T Apply<T>(Operation operation, T a, T b)
        where T : INumber<T> => operation switch
        {
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Multiply => a * b,
            Operation.Divide => a / b,
            _ => a % b,
        };

    private static T? Read<T>(DataFrameColumn column, long row)
        where T : struct, INumber<T> => column[row] switch
        {
            null => null,
            int value => T.CreateTruncating(value),
            long value => T.CreateTruncating(value),
            float value => T.CreateTruncating(value),
            double value => T.CreateTruncating(value),
            var value => T.CreateTruncating(Convert.ToInt32(value, null)),
        };
}
