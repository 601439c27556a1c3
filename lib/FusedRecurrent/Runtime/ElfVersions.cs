namespace FusedRecurrent.Runtime;

/// <summary>The symbol versions that a library defines and needs.</summary>
internal static class ElfVersions
{
    private const int RelocationSize = 24;

    // A library has a few dozen. Damaged tables may seem to go on for ever.
    private const int MostVersions = 4096;

    /// <summary>The versions that a library needs of others.</summary>
    /// <exception cref="ElfFormatException">The file is damaged.</exception>
    public static IReadOnlyList<VersionNeed> Needed(ElfFile file)
    {
        var needs = new List<VersionNeed>();
        if (file.Dynamic(ElfTag.VersionsNeeded) is not { } address) return needs;
        var at = file.OffsetOf(address);
        var libraries = Count(file, ElfTag.VersionsNeededCount);
        for (var i = 0L; i < libraries; i++)
        {
            var library = file.Text(file.UInt32(at + 4));
            var count = file.UInt16(at + 2);
            var need = at + file.UInt32(at + 8);
            for (var j = 0; j < count; j++)
            {
                if (needs.Count == MostVersions) throw new ElfFormatException("needs more versions than a library can");
                var flags = file.UInt16(need + 4);
                var version = file.Text(file.UInt32(need + 8));
                needs.Add(new(library, version, file.UInt16(need + 6), (flags & VersionNeed.WeakFlag) != 0, need + 4));
                if (!Advance(ref need, file.UInt32(need + 12))) break;
            }
            if (!Advance(ref at, file.UInt32(at + 12))) break;
        }
        return needs;
    }

    /// <summary>The names of the versions that a library defines.</summary>
    /// <exception cref="ElfFormatException">The file is damaged.</exception>
    public static IReadOnlySet<string> Defined(ElfFile file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (file.Dynamic(ElfTag.VersionsDefined) is not { } address) return names;
        var at = file.OffsetOf(address);
        var count = Count(file, ElfTag.VersionsDefinedCount);
        for (var i = 0L; i < count; i++)
        {
            names.Add(file.Text(file.UInt32(at + file.UInt32(at + 12))));
            if (!Advance(ref at, file.UInt32(at + 16))) break;
        }
        return names;
    }

    /// <summary>
    /// The version numbers of symbols that the library's code or data refer to. A symbol that is only listed has no address filled in, so
    /// that nothing is missed when its version is not there.
    /// </summary>
    /// <exception cref="ElfFormatException">The file is damaged.</exception>
    public static IReadOnlySet<ushort> Used(ElfFile file)
    {
        var used = new HashSet<ushort>();
        if (file.Dynamic(ElfTag.SymbolVersions) is not { } address) return used;
        var versions = file.OffsetOf(address);
        AddUsed(file, ElfTag.Relocations, ElfTag.RelocationsSize, versions, used);
        AddUsed(file, ElfTag.PltRelocations, ElfTag.PltRelocationsSize, versions, used);
        return used;
    }

    private static void AddUsed(ElfFile file, long table, long size, long versions, HashSet<ushort> used)
    {
        if (file.Dynamic(table) is not { } address) return;
        var length = file.Dynamic(size) ?? 0;
        if (length == 0) return;
        var start = file.OffsetOf(address);
        if (length > (ulong)file.Length) throw new ElfFormatException("has a relocation table longer than itself");
        for (var at = start; at < start + (long)length; at += RelocationSize)
        {
            var symbol = file.UInt64(at + 8) >> 32;
            // The highest bit only hides a version from the linker.
            if (symbol != 0) used.Add((ushort)(file.UInt16(versions + (2 * (long)symbol)) & 0x7fff));
        }
    }

    private static long Count(ElfFile file, long tag) => (long)Math.Min(file.Dynamic(tag) ?? 0, MostVersions);

    private static bool Advance(ref long at, uint step)
    {
        at += step;
        return step != 0;
    }
}
