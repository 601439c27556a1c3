namespace TorchSharp;

/// <summary>
/// Unsigned whole numbers of seven bits a byte, low bits first, the top bit set while more follow: TorchSharp's files keep their counts
/// and shapes so.
/// </summary>
internal static class Leb128
{
    /// <summary>A number below 2⁶³ takes at most nine bytes.</summary>
    private const int LongestEncoding = 9;

    internal static void WriteLeb128(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7) writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    /// <exception cref="InvalidDataException">The bytes are no number below 2⁶³.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside the number.</exception>
    internal static long ReadLeb128(this BinaryReader reader)
    {
        long value = 0;
        for (var i = 0; i < LongestEncoding; i++)
        {
            var next = reader.ReadByte();
            value |= (long)(next & 0x7f) << (7 * i);
            if ((next & 0x80) == 0) return value;
        }
        throw new InvalidDataException($"expected a whole number of at most {LongestEncoding} bytes (LEB128), got one that goes on");
    }
}
