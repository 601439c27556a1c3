using CsCheck;
using FusedRecurrent.Runtime;

namespace FusedRecurrent.Tests.Runtime;

public sealed class ElfFileTests
{
    private static readonly string[] OtherOrder = ["functions", "relocations", "defines", "needs", "names", "versions"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Needs_and_definitions_are_read_in_any_order_of_tables(bool other)
    {
        var writer = other ? new ElfWriter { Order = OtherOrder } : new ElfWriter();
        var file = new ElfFile(writer
            .Needs("libc.so.6", "GLIBC_2.34").Needs("libstdc++.so.6", "CXXABI_1.3", "GLIBCXX_3.4.32").Defines("own.so", "OWN_1").Write());

        Assert.Equal(
            ["libc.so.6 GLIBC_2.34 2", "libstdc++.so.6 CXXABI_1.3 3", "libstdc++.so.6 GLIBCXX_3.4.32 4"],
            ElfVersions.Needed(file).Select(need => $"{need.Library} {need.Version} {need.Index}"));
        Assert.All(ElfVersions.Needed(file), need => Assert.False(need.IsWeak));
        Assert.Equal(["OWN_1", "own.so"], ElfVersions.Defined(file).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_versions_of_relocated_symbols_count_as_used()
    {
        var writer = new ElfWriter().Needs("libx.so", "A", "B", "C", "D");
        writer.Symbol(2, used: true).Symbol(3, used: false).Symbol(0x8004, used: true).Symbol(5, used: true, asFunction: true);
        var file = new ElfFile(writer.Write());

        Assert.Equal([2, 4, 5], ElfVersions.Used(file).Select(index => (int)index).Order());
    }

    [Fact]
    public void A_file_without_version_tables_needs_and_defines_nothing()
    {
        var bytes = new ElfWriter().Write();
        // The dynamic table ends where it begins.
        bytes.AsSpan(64 + 112, 16).Clear();
        var file = new ElfFile(bytes);

        Assert.Empty(ElfVersions.Needed(file));
        Assert.Empty(ElfVersions.Defined(file));
        Assert.Empty(ElfVersions.Used(file));
    }

    [Theory]
    [InlineData("#!/bin/sh\necho this is no library, but long enough for a header of 64 bytes\n", "is no ELF file")]
    [InlineData("", "is cut off or damaged")]
    public void What_is_no_library_is_said_to_be_none(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<ElfFormatException>(() => new ElfFile(System.Text.Encoding.ASCII.GetBytes(text))).Message);

    [Fact]
    public void A_library_for_another_processor_is_refused()
    {
        var bytes = new ElfWriter().Write();
        bytes[18] = 183;
        Assert.Equal("is not for x86-64", Assert.Throws<ElfFormatException>(() => new ElfFile(bytes)).Message);
    }

    [Fact]
    public void A_name_that_would_break_a_message_is_damage()
    {
        var file = new ElfFile(new ElfWriter().Needs("libx.so", "A\nB").Write());
        Assert.Equal("has a name that cannot be printed", Assert.Throws<ElfFormatException>(() => ElfVersions.Needed(file)).Message);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var bytes = Typical();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ElfFormatException>(() => new ElfFile(bytes[..length]));
        }
    }

    [Fact]
    public void Damaged_bytes_never_give_another_exception() =>
        Gen.Select(Gen.Int[0, Typical().Length - 1], Gen.Byte).Array[1, 12].Sample(
            damage =>
            {
                var bytes = Typical();
                foreach (var (at, value) in damage) bytes[at] = value;
                try
                {
                    var file = new ElfFile(bytes);
                    _ = ElfVersions.Needed(file).Count + ElfVersions.Defined(file).Count + ElfVersions.Used(file).Count;
                }
                catch (ElfFormatException)
                {
                    // That is how damage is to be reported.
                }
            },
            iter: 20_000);

    private static byte[] Typical() => new ElfWriter()
        .Needs("libc.so.6", "GLIBC_2.34").Needs("libstdc++.so.6", "CXXABI_1.3", "GLIBCXX_3.4.32").Defines("own.so", "OWN_1")
        .Symbol(2, used: true).Symbol(4, used: false).Write();
}
