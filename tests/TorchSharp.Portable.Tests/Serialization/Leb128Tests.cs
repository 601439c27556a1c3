namespace TorchSharp.Portable.Tests.Serialization;

public sealed class Leb128Tests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(1, "01")]
    [InlineData(127, "7F")]
    [InlineData(128, "8001")]
    [InlineData(300, "AC02")]
    [InlineData(16_383, "FF7F")]
    [InlineData(16_384, "808001")]
    [InlineData(long.MaxValue, "FFFFFFFFFFFFFFFF7F")]
    public void Numbers_are_written_in_groups_of_seven_bits_and_read_again(long value, string expected)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.WriteLeb128(value);
        Assert.Equal(expected, Convert.ToHexString(stream.ToArray()));

        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        Assert.Equal(value, reader.ReadLeb128());
    }

    [Fact]
    public void What_does_not_end_or_is_cut_off_is_refused()
    {
        using var endless = new BinaryReader(new MemoryStream([.. Enumerable.Repeat((byte)0x80, 20)]));
        Assert.Throws<InvalidDataException>(() => endless.ReadLeb128());
        using var cut = new BinaryReader(new MemoryStream([0x80, 0x80]));
        Assert.Throws<EndOfStreamException>(() => cut.ReadLeb128());
        using var writer = new BinaryWriter(new MemoryStream());
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.WriteLeb128(-1));
    }
}
