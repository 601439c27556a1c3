namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// The element types of TorchSharp. The portable engine holds <see cref="Byte"/>, <see cref="Int32"/>, <see cref="Int64"/>,
    /// <see cref="Float32"/>, <see cref="Float64"/> and <see cref="Bool"/>; asking for another one throws.
    /// </summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        BFloat16 = 15,
    }

#pragma warning disable CA2211 // TorchSharp has these as plain static fields, so that is what they are here.
    public static ScalarType uint8 = ScalarType.Byte;
    public static ScalarType int32 = ScalarType.Int32;
    public static ScalarType int64 = ScalarType.Int64;
    public static ScalarType float32 = ScalarType.Float32;
    public static ScalarType float64 = ScalarType.Float64;
    public static ScalarType @bool = ScalarType.Bool;
    public static ScalarType @int = ScalarType.Int32;
    public static ScalarType @long = ScalarType.Int64;
    public static ScalarType @float = ScalarType.Float32;
    public static ScalarType @double = ScalarType.Float64;
#pragma warning restore CA2211
}
