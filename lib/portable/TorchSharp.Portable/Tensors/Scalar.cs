namespace TorchSharp;

/// <summary>A number passed to an operation; made by implicit conversion from the numeric types of C#.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(Number number) => Number = number;

    internal Number Number { get; }

    /// <summary>Float64, Int64 or Bool: a scalar remembers its kind, not its width.</summary>
    public ScalarType Type => Number.Type;

    public static implicit operator Scalar(byte value) => new((long)value);

    public static implicit operator Scalar(sbyte value) => new((long)value);

    public static implicit operator Scalar(short value) => new((long)value);

    public static implicit operator Scalar(int value) => new((long)value);

    public static implicit operator Scalar(long value) => new(value);

    public static implicit operator Scalar(float value) => new((double)value);

    public static implicit operator Scalar(double value) => new(value);

    public static implicit operator Scalar(bool value) => new(value);

    /// <summary>Nothing to release; present because TorchSharp's scalars own native memory.</summary>
    public void Dispose()
    {
    }
}
