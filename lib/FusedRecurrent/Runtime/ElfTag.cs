namespace FusedRecurrent.Runtime;

/// <summary>Entries of a library's dynamic table.</summary>
internal static class ElfTag
{
    public const long PltRelocationsSize = 2;
    public const long StringTable = 5;
    public const long Relocations = 7;
    public const long RelocationsSize = 8;
    public const long StringTableSize = 10;
    public const long PltRelocations = 23;
    public const long SymbolVersions = 0x6ffffff0;
    public const long VersionsDefined = 0x6ffffffc;
    public const long VersionsDefinedCount = 0x6ffffffd;
    public const long VersionsNeeded = 0x6ffffffe;
    public const long VersionsNeededCount = 0x6fffffff;
}
