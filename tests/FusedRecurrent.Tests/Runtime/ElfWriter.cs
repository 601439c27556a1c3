using System.Text;

namespace FusedRecurrent.Tests.Runtime;

/// <summary>
/// Writes the smallest library with version tables: one segment that maps the file at an address, and a dynamic table. The order of the
/// tables in the file can be chosen, section headers there are none.
/// </summary>
internal sealed class ElfWriter
{
    public const int Base = 0x10000;
    private static readonly string[] Usual = ["names", "versions", "needs", "defines", "relocations", "functions"];
    private readonly List<byte> _names = [0];
    private readonly List<(string Library, string[] Versions)> _needs = [];
    private readonly List<string> _defined = [];
    private readonly List<ushort> _symbols = [0];
    private readonly List<int> _relocated = [];
    private readonly List<int> _called = [];
    private ushort _nextIndex = 2;

    /// <summary>The order of the tables in the file.</summary>
    public string[] Order { get; init; } = Usual;

    /// <summary>Adds versions that are needed of a library. The first gets the number 2, and so on.</summary>
    public ElfWriter Needs(string library, params string[] versions)
    {
        _needs.Add((library, versions));
        return this;
    }

    /// <summary>Adds versions that the library defines itself.</summary>
    public ElfWriter Defines(params string[] versions)
    {
        _defined.AddRange(versions);
        return this;
    }

    /// <summary>Adds a symbol with a version; a relocation refers to it or not, for functions in a table of their own.</summary>
    public ElfWriter Symbol(ushort version, bool used, bool asFunction = false)
    {
        if (used) (asFunction ? _called : _relocated).Add(_symbols.Count);
        _symbols.Add(version);
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        var tables = new Dictionary<string, byte[]>
        {
            ["needs"] = Bytes(WriteNeeds),
            ["defines"] = Bytes(WriteDefines),
            ["versions"] = Bytes(to => _symbols.ForEach(to.Write)),
            ["relocations"] = Bytes(to => _relocated.ForEach(symbol => WriteRelocation(to, symbol))),
            ["functions"] = Bytes(to => _called.ForEach(symbol => WriteRelocation(to, symbol))),
        };
        tables["names"] = [.. _names];
        const int dynamicAt = 64 + (2 * 56);
        const int dynamicSize = 13 * 16;
        var at = new Dictionary<string, long>();
        long end = dynamicAt + dynamicSize;
        foreach (var table in Order)
        {
            at[table] = end;
            end += (tables[table].Length + 15) / 16 * 16;
        }
        return Bytes(to =>
        {
            WriteHeader(to);
            WriteSegment(to, 1, 0, end);
            WriteSegment(to, 2, dynamicAt, dynamicSize);
            (long, long)[] entries =
            [
                (5, Base + at["names"]), (10, _names.Count), (0x6ffffff0, Base + at["versions"]),
                (0x6ffffffe, Base + at["needs"]), (0x6fffffff, _needs.Count),
                (0x6ffffffc, Base + at["defines"]), (0x6ffffffd, _defined.Count),
                (7, Base + at["relocations"]), (8, tables["relocations"].Length), (9, 24),
                (23, Base + at["functions"]), (2, tables["functions"].Length), (0, 0),
            ];
            foreach (var (tag, value) in entries)
            {
                to.Write(tag);
                to.Write(value);
            }
            foreach (var table in Order)
            {
                to.Write(tables[table]);
                to.Write(new byte[((tables[table].Length + 15) / 16 * 16) - tables[table].Length]);
            }
        });
    }

    private static void WriteHeader(BinaryWriter to)
    {
        to.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        to.Write((ushort)3);
        to.Write((ushort)62);
        to.Write(1);
        to.Write(0L);
        to.Write(64L);
        to.Write(0L);
        to.Write(0);
        foreach (ushort value in (ushort[])[64, 56, 2, 64, 0, 0]) to.Write(value);
    }

    private static void WriteSegment(BinaryWriter to, int kind, long offset, long size)
    {
        to.Write(kind);
        to.Write(4);
        to.Write(offset);
        to.Write(Base + offset);
        to.Write(Base + offset);
        to.Write(size);
        to.Write(size);
        to.Write(16L);
    }

    private static void WriteRelocation(BinaryWriter to, int symbol)
    {
        to.Write((long)Base);
        to.Write(((long)symbol << 32) | 6);
        to.Write(0L);
    }

    private void WriteNeeds(BinaryWriter to)
    {
        foreach (var (library, versions) in _needs)
        {
            to.Write((ushort)1);
            to.Write((ushort)versions.Length);
            to.Write(Name(library));
            to.Write(16);
            to.Write(library == _needs[^1].Library ? 0 : 16 + (16 * versions.Length));
            foreach (var version in versions)
            {
                to.Write(0x1234);
                to.Write((ushort)0);
                to.Write(_nextIndex++);
                to.Write(Name(version));
                to.Write(version == versions[^1] ? 0 : 16);
            }
        }
    }

    private void WriteDefines(BinaryWriter to)
    {
        foreach (var version in _defined)
        {
            to.Write((ushort)1);
            to.Write((ushort)0);
            to.Write(_nextIndex++);
            to.Write((ushort)1);
            to.Write(0x1234);
            to.Write(20);
            to.Write(version == _defined[^1] ? 0 : 28);
            to.Write(Name(version));
            to.Write(0);
        }
    }

    private int Name(string name)
    {
        var at = _names.Count;
        _names.AddRange(Encoding.ASCII.GetBytes(name));
        _names.Add(0);
        return at;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var to = new BinaryWriter(stream)) write(to);
        return stream.ToArray();
    }
}
