namespace LstmCourse.Data;

/// <summary>
/// Passes a stream on and counts the zero bytes at its end. A tar archive ends with 1,024 of them; neither .NET's decompressor nor its tar
/// reader notices when a file stops before.
/// </summary>
/// <param name="inner">The stream to read.</param>
internal sealed class TrailingZeros(Stream inner) : Stream
{
    /// <summary>How many zero bytes in a row were read last.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        var last = buffer[..count].LastIndexOfAnyExcept((byte)0);
        Count = last < 0 ? Count + count : count - 1 - last;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
