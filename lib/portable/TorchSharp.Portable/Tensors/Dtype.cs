namespace TorchSharp.Tensors;

/// <summary>What the engine needs to know of an element type. A Bool is stored as one byte, 0 or 1.</summary>
internal static class Dtype
{
    internal static int Size(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Bool => 1,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw NotHeld(type),
    };

    internal static bool IsFloat(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    internal static bool IsIntegral(ScalarType type) => type is ScalarType.Byte or ScalarType.Int32 or ScalarType.Int64;

    /// <summary>The type of the elements as seen by <c>item</c> and <c>data</c>.</summary>
    internal static Type Clr(ScalarType type) => type switch
    {
        ScalarType.Byte => typeof(byte),
        ScalarType.Bool => typeof(bool),
        ScalarType.Int32 => typeof(int),
        ScalarType.Int64 => typeof(long),
        ScalarType.Float32 => typeof(float),
        ScalarType.Float64 => typeof(double),
        _ => throw NotHeld(type),
    };

    internal static ScalarType Of<T>() where T : unmanaged =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : typeof(T) == typeof(int) ? ScalarType.Int32
        : typeof(T) == typeof(bool) ? ScalarType.Bool
        : typeof(T) == typeof(byte) ? ScalarType.Byte
        : throw new NotSupportedException($"Tensors of {typeof(T).Name} are not held by the portable engine.");

    /// <summary>libtorch's name in error messages.</summary>
    internal static string TorchName(ScalarType type) => type switch
    {
        ScalarType.Byte => "Byte",
        ScalarType.Int8 => "Char",
        ScalarType.Int16 => "Short",
        ScalarType.Int32 => "Int",
        ScalarType.Int64 => "Long",
        ScalarType.Float16 => "Half",
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        _ => type.ToString(),
    };

    private static NotSupportedException NotHeld(ScalarType type) => new(
        $"The portable engine holds Float32, Float64, Int64, Int32, Byte and Bool tensors; got {type}.");
}
