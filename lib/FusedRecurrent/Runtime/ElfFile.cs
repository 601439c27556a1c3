using System.Buffers.Binary;
using System.Text;

namespace FusedRecurrent.Runtime;

/// <summary>
/// What the system's loader reads of a library in ELF, 64 bits, little endian, for x86-64: its segments and the dynamic table. The section
/// headers are left aside, as the loader leaves them: they may be stripped or in any order. Every offset is checked.
/// </summary>
internal sealed class ElfFile
{
    private const int HeaderSize = 64;
    private const int SegmentSize = 56;
    private const int DynamicSize = 16;
    private readonly byte[] _bytes;
    private readonly List<Segment> _loads = [];
    private readonly Dictionary<long, ulong> _dynamic = [];

    /// <summary>Reads a library.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <exception cref="ElfFormatException">It is no such library, or damaged.</exception>
    public ElfFile(byte[] bytes)
    {
        _bytes = bytes;
        Segment? table = null;
        foreach (var segment in ReadSegments(new MemoryStream(bytes, writable: false)))
        {
            if (segment.Kind == Segment.Load) _loads.Add(segment);
            if (segment.Kind == Segment.Dynamic) table = segment;
        }
        if (table is null) throw new ElfFormatException("has no dynamic table");
        for (var at = table.Offset; at + DynamicSize <= table.Offset + table.Size; at += DynamicSize)
        {
            var tag = (long)UInt64(at);
            if (tag == 0) break;
            _dynamic.TryAdd(tag, UInt64(at + 8));
        }
    }

    /// <summary>The file's length in bytes.</summary>
    public long Length => _bytes.Length;

    /// <summary>Reads the segments of a library without the rest, and checks that the file holds all of them.</summary>
    /// <param name="file">A stream that can be positioned.</param>
    /// <exception cref="ElfFormatException">It is no such library, or cut off.</exception>
    public static IReadOnlyList<Segment> ReadSegments(Stream file)
    {
        var header = Read(file, 0, HeaderSize);
        if (!header.AsSpan().StartsWith("\u007fELF"u8)) throw new ElfFormatException("is no ELF file");
        if (header[4] != 2 || header[5] != 1 || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(18)) != 62)
        {
            throw new ElfFormatException("is not for x86-64");
        }
        var start = (long)BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(32));
        var size = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(54));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
        if (size != SegmentSize) throw new ElfFormatException($"has program headers of {size} bytes instead of {SegmentSize}");
        var table = Read(file, start, count * SegmentSize);
        var segments = new List<Segment>(count);
        for (var at = 0; at < table.Length; at += SegmentSize)
        {
            var row = table.AsSpan(at, SegmentSize);
            var segment = new Segment(
                BinaryPrimitives.ReadUInt32LittleEndian(row),
                (long)BinaryPrimitives.ReadUInt64LittleEndian(row[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(row[16..]),
                (long)BinaryPrimitives.ReadUInt64LittleEndian(row[32..]));
            if (segment.Kind is Segment.Load or Segment.Dynamic) CheckRange(segment.Offset, segment.Size, file.Length);
            segments.Add(segment);
        }
        return segments;
    }

    /// <summary>The value of an entry of the dynamic table; null if there is none.</summary>
    public ulong? Dynamic(long tag) => _dynamic.TryGetValue(tag, out var value) ? value : null;

    /// <summary>Where in the file an address of the loaded library lies.</summary>
    public long OffsetOf(ulong address)
    {
        foreach (var load in _loads)
        {
            if (address >= load.Address && address - load.Address < (ulong)load.Size) return load.Offset + (long)(address - load.Address);
        }
        throw new ElfFormatException($"refers to address {address:x}, which is in none of its segments");
    }

    public ushort UInt16(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    public uint UInt32(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    public ulong UInt64(long offset) => BinaryPrimitives.ReadUInt64LittleEndian(Slice(offset, 8));

    /// <summary>The text that the dynamic string table has at an index.</summary>
    public string Text(uint index)
    {
        var start = OffsetOf(Dynamic(ElfTag.StringTable) ?? throw new ElfFormatException("has no string table"));
        var size = (long)(Dynamic(ElfTag.StringTableSize) ?? 0);
        if (size < 0 || index >= size) throw new ElfFormatException("has a name outside its string table");
        var rest = Slice(start, size)[(int)index..];
        var end = rest.IndexOf((byte)0);
        if (end < 0) throw new ElfFormatException("has a name without an end");
        // Names stand in messages, and a damaged one could hold a line break or move the terminal's cursor.
        if (rest[..end].ContainsAnyExceptInRange((byte)'!', (byte)'~')) throw new ElfFormatException("has a name that cannot be printed");
        return Encoding.ASCII.GetString(rest[..end]);
    }

    private ReadOnlySpan<byte> Slice(long offset, long length)
    {
        CheckRange(offset, length, _bytes.Length);
        return _bytes.AsSpan((int)offset, (int)length);
    }

    private static byte[] Read(Stream file, long offset, int length)
    {
        CheckRange(offset, length, file.Length);
        var read = new byte[length];
        file.Position = offset;
        file.ReadExactly(read);
        return read;
    }

    private static void CheckRange(long offset, long length, long available)
    {
        if (offset < 0 || length < 0 || offset > available - length) throw new ElfFormatException("is cut off or damaged");
    }

    /// <summary>A part of the file that is mapped into memory, or names a table in it.</summary>
    internal sealed record Segment(uint Kind, long Offset, ulong Address, long Size)
    {
        public const uint Load = 1;
        public const uint Dynamic = 2;
    }
}
