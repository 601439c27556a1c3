namespace Microsoft.Data.Analysis;

/// <summary>Makes columns for a type that is known at run time.</summary>
internal static class ColumnTypes
{
    public static DataFrameColumn NewColumn(string name, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => new StringDataFrameColumn(name),
        TypeCode.Boolean => new BooleanDataFrameColumn(name),
        TypeCode.Int32 => new Int32DataFrameColumn(name),
        TypeCode.Int64 => new Int64DataFrameColumn(name),
        TypeCode.Single => new SingleDataFrameColumn(name),
        TypeCode.Double => new DoubleDataFrameColumn(name),
        TypeCode.DateTime => new DateTimeDataFrameColumn(name),
        TypeCode.Int16 => new PrimitiveDataFrameColumn<short>(name),
        TypeCode.Byte => new PrimitiveDataFrameColumn<byte>(name),
        _ => throw new NotSupportedException($"There is no column for values of type {type.Name}."),
    };
}
