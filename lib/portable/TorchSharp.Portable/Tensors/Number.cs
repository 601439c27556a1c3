using System.Numerics;

namespace TorchSharp.Tensors;

/// <summary>
/// A scalar operand by value: what <see cref="Scalar"/> is to callers, without an object. As in libtorch a number is a boolean, a 64-bit
/// integer or a double, and its own width does not count in type promotion.
/// </summary>
internal readonly struct Number
{
    private readonly double _real;
    private readonly long _integer;

    internal Number(double value)
    {
        _real = value;
        Type = ScalarType.Float64;
    }

    internal Number(long value)
    {
        _integer = value;
        Type = ScalarType.Int64;
    }

    internal Number(bool value)
    {
        _integer = value ? 1 : 0;
        Type = ScalarType.Bool;
    }

    /// <summary>Float64, Int64 or Bool.</summary>
    internal ScalarType Type { get; }

    internal double Real => Type == ScalarType.Float64 ? _real : _integer;

    internal long Integer => Type == ScalarType.Float64 ? (long)_real : _integer;

    internal bool Truth => Type == ScalarType.Float64 ? _real != 0 : _integer != 0;

    public static implicit operator Number(double value) => new(value);

    public static implicit operator Number(long value) => new(value);

    public static implicit operator Number(int value) => new((long)value);

    public static implicit operator Number(bool value) => new(value);

    public static implicit operator Number(Scalar value) => value.Number;

    internal T As<T>() where T : unmanaged, INumberBase<T> =>
        Type == ScalarType.Float64 ? T.CreateTruncating(_real) : T.CreateTruncating(_integer);
}
