using System.Globalization;

namespace Microsoft.Data.Analysis;

public partial class PrimitiveDataFrameColumn<T>
{
    private static readonly bool IsNumber = typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(float)
        || typeof(T) == typeof(double) || typeof(T) == typeof(short) || typeof(T) == typeof(byte);

    private IEnumerable<double> Numbers => IsNumber
        ? _values.Where(value => value is not null).Select(value => Convert.ToDouble(value.Value, CultureInfo.InvariantCulture))
        : throw new NotSupportedException();

    public override bool IsNumericColumn() => IsNumber;

    public override bool HasDescription() => IsNumber;

    /// <summary>The sum over the values that are there, divided by their number.</summary>
    public override double Mean() => Length == 0 ? 0 : Numbers.Sum() / (Length - NullCount);

    public override double Median()
    {
        var sorted = Numbers.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The sum in the column's own type; whole numbers wrap around.</summary>
    public override object Sum() => typeof(T) == typeof(long)
        ? _values.Aggregate(0L, (sum, value) => unchecked(sum + Convert.ToInt64(value, CultureInfo.InvariantCulture)))
        : typeof(T) == typeof(int)
            ? _values.Aggregate(0, (sum, value) => unchecked(sum + Convert.ToInt32(value, CultureInfo.InvariantCulture)))
            : Convert.ChangeType(Numbers.Sum(), typeof(T), CultureInfo.InvariantCulture);

    public override object Min() => Extreme(values => values.Min());

    public override object Max() => Extreme(values => values.Max());

    public override bool All() => Truth().All(value => value);

    public override bool Any() => Truth().Any(value => value);

    /// <summary>Number of values, largest, smallest, mean; as in the official one the mean is over all rows, nulls included.</summary>
    public override DataFrameColumn Description()
    {
        var numbers = Numbers.ToArray();
        return numbers.Length == 0
            ? new SingleDataFrameColumn(Name, [0, null, null, null])
            : new SingleDataFrameColumn(
                Name, [numbers.Length, (float)numbers.Max(), (float)numbers.Min(), (float)(numbers.Sum() / Length)]);
    }

    private object Extreme(Func<IEnumerable<T>, T> choose)
    {
        if (!IsNumber && typeof(T) != typeof(DateTime)) throw new NotSupportedException();
        return NullCount == Length ? null : choose(_values.Where(value => value is not null).Select(value => value.Value));
    }

    private IEnumerable<bool> Truth() =>
        this is PrimitiveDataFrameColumn<bool> truth
            ? truth.Where(value => value is not null).Select(value => value.Value)
            : throw new NotSupportedException();
}
