namespace Microsoft.Data.Analysis;

public abstract partial class DataFrameColumn
{
    public virtual DataFrameColumn Add(DataFrameColumn column, bool inPlace = false) => Calculate(Operation.Add, column, inPlace);

    public virtual DataFrameColumn Add<T>(T value, bool inPlace = false) => Calculate(Operation.Add, value, inPlace);

    public DataFrameColumn Subtract(DataFrameColumn column, bool inPlace = false) => Calculate(Operation.Subtract, column, inPlace);

    public DataFrameColumn Subtract<T>(T value, bool inPlace = false) => Calculate(Operation.Subtract, value, inPlace);

    public DataFrameColumn Multiply(DataFrameColumn column, bool inPlace = false) => Calculate(Operation.Multiply, column, inPlace);

    public DataFrameColumn Multiply<T>(T value, bool inPlace = false) => Calculate(Operation.Multiply, value, inPlace);

    public DataFrameColumn Divide(DataFrameColumn column, bool inPlace = false) => Calculate(Operation.Divide, column, inPlace);

    public DataFrameColumn Divide<T>(T value, bool inPlace = false) => Calculate(Operation.Divide, value, inPlace);

    public DataFrameColumn Modulo(DataFrameColumn column, bool inPlace = false) => Calculate(Operation.Modulo, column, inPlace);

    public DataFrameColumn Modulo<T>(T value, bool inPlace = false) => Calculate(Operation.Modulo, value, inPlace);

    public DataFrameColumn ReverseAdd<T>(T value, bool inPlace = false) => Reverse(Operation.Add, value, inPlace);

    public DataFrameColumn ReverseSubtract<T>(T value, bool inPlace = false) => Reverse(Operation.Subtract, value, inPlace);

    public DataFrameColumn ReverseMultiply<T>(T value, bool inPlace = false) => Reverse(Operation.Multiply, value, inPlace);

    public DataFrameColumn ReverseDivide<T>(T value, bool inPlace = false) => Reverse(Operation.Divide, value, inPlace);

    public DataFrameColumn And(DataFrameColumn column, bool inPlace = false) => Logic.Combine(this, column, inPlace, (a, b) => a & b);

    public DataFrameColumn Or(DataFrameColumn column, bool inPlace = false) => Logic.Combine(this, column, inPlace, (a, b) => a | b);

    public DataFrameColumn Xor(DataFrameColumn column, bool inPlace = false) => Logic.Combine(this, column, inPlace, (a, b) => a ^ b);

    public PrimitiveDataFrameColumn<bool> And(bool value, bool inPlace = false) => Logic.Combine(this, value, inPlace, (a, b) => a & b);

    public PrimitiveDataFrameColumn<bool> Or(bool value, bool inPlace = false) => Logic.Combine(this, value, inPlace, (a, b) => a | b);

    public PrimitiveDataFrameColumn<bool> Xor(bool value, bool inPlace = false) => Logic.Combine(this, value, inPlace, (a, b) => a ^ b);

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals(DataFrameColumn column) =>
        Comparison.Of(this, column, whenNull: false, order => order == 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseEquals<T>(T value) => Comparison.Of(this, value, whenNull: false, order => order == 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals(DataFrameColumn column) =>
        Comparison.Of(this, column, whenNull: true, order => order != 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseNotEquals<T>(T value) =>
        Comparison.Of(this, value, whenNull: true, order => order != 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan(DataFrameColumn column) =>
        Comparison.Of(this, column, whenNull: false, order => order > 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThan<T>(T value) =>
        Comparison.Of(this, value, whenNull: false, order => order > 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual(DataFrameColumn column) =>
        Comparison.Of(this, column, whenNull: false, order => order >= 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseGreaterThanOrEqual<T>(T value) =>
        Comparison.Of(this, value, whenNull: false, order => order >= 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThan(DataFrameColumn column) =>
        Comparison.Of(this, column, whenNull: false, order => order < 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThan<T>(T value) =>
        Comparison.Of(this, value, whenNull: false, order => order < 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual(DataFrameColumn column) =>
        Comparison.Of(this, column, whenNull: false, order => order <= 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseLessThanOrEqual<T>(T value) =>
        Comparison.Of(this, value, whenNull: false, order => order <= 0);

    public PrimitiveDataFrameColumn<bool> ElementwiseIsNull() =>
        new BooleanDataFrameColumn(Name, RowIndices().Select(row => this[row.Value] is null));

    public PrimitiveDataFrameColumn<bool> ElementwiseIsNotNull() =>
        new BooleanDataFrameColumn(Name, RowIndices().Select(row => this[row.Value] is not null));

    private DataFrameColumn Calculate(Operation operation, DataFrameColumn right, bool inPlace) =>
        Finish(Arithmetic.Calculate(operation, this, right), inPlace);

    private DataFrameColumn Calculate<T>(Operation operation, T value, bool inPlace) =>
        value is DataFrameColumn right
            ? Calculate(operation, right, inPlace)
            : Finish(Arithmetic.Calculate(operation, this, Arithmetic.Repeat(value, this)), inPlace);

    private DataFrameColumn Reverse<T>(Operation operation, T value, bool inPlace) =>
        Finish(Arithmetic.Calculate(operation, Arithmetic.Repeat(value, this), this), inPlace);

    private protected DataFrameColumn Finish(DataFrameColumn result, bool inPlace)
    {
        if (!inPlace) return result;
        if (result.DataType != DataType)
        {
            throw new ArgumentException($"A column of {DataType.Name} cannot hold the result in place, which is {result.DataType.Name}.");
        }
        for (var row = 0L; row < Length; row++) this[row] = result[row];
        return this;
    }
}
