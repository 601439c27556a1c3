using FusedRecurrent.Runtime;

namespace FusedRecurrent.Tests.Runtime;

public sealed class BridgeCopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bridge-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_library_without_unmet_needs_is_loaded_as_it_is()
    {
        var path = Library(new ElfWriter().Needs("libstdc++.so.6", "GLIBCXX_3.4.30"));

        Assert.Equal((null, "the system has all that it asks for"), Prepare(path, "GLIBCXX_3.4.30"));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_need_that_nothing_uses_is_weak_in_a_copy_and_the_library_stays_as_it_was()
    {
        var path = Library(Wanting(used: false));
        var before = File.ReadAllBytes(path);

        var (copy, reason) = Prepare(path, "GLIBCXX_3.4.30");

        Assert.Equal("the system's libstdc++.so.6 lacks GLIBCXX_3.4.32, which nothing in it uses", reason);
        Assert.Equal(before, File.ReadAllBytes(path));
        var needs = ElfVersions.Needed(new(File.ReadAllBytes(copy!)));
        Assert.Equal([("GLIBCXX_3.4.30", false), ("GLIBCXX_3.4.32", true)], needs.Select(need => (need.Version, need.IsWeak)));
        // VER_FLG_WEAK of the ELF specification.
        var changed = before.Zip(File.ReadAllBytes(copy!)).Where(pair => pair.First != pair.Second);
        Assert.Equal([((byte)0, (byte)2)], changed);
    }

    [Fact]
    public void A_weak_need_is_met_by_anything()
    {
        var (copy, _) = Prepare(Library(Wanting(used: false)), "GLIBCXX_3.4.30");

        Assert.Null(Prepare(copy!, "GLIBCXX_3.4.30").Path);
    }

    [Fact]
    public void A_need_that_is_used_is_refused_in_one_line()
    {
        var path = Library(Wanting(used: true));

        var message = Assert.Throws<TorchRuntimeException>(() => Prepare(path, "GLIBCXX_3.4.30")).Message;

        var start = $"expected a libstdc++.so.6 with GLIBCXX_3.4.32, which {path} uses; this system's is older";
        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_need_of_the_c_library_is_never_taken_for_idle()
    {
        var path = Library(new ElfWriter().Needs("libc.so.6", "GLIBC_2.99"));

        var message = Assert.Throws<TorchRuntimeException>(() => Prepare(path, "GLIBC_2.36")).Message;
        Assert.Contains("GLIBC_2.99", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_found_out_about_the_system_is_left_to_its_loader()
    {
        var path = Library(Wanting(used: true));

        Assert.Null(BridgeCopy.Prepare(path, _ => null, new([_folder], "1")).Path);
    }

    [Fact]
    public void A_damaged_library_is_named_with_the_way_out()
    {
        var path = Path.Combine(_folder, "libcut.so");
        File.WriteAllBytes(path, Wanting(used: false).Write()[..300]);

        Assert.Equal(
            $"expected a whole library for x86-64, but {path} is cut off or damaged; delete its package from the NuGet package folder, "
            + "restore and build again",
            Assert.Throws<TorchRuntimeException>(() => Prepare(path)).Message);
    }

    [Fact]
    public void A_library_that_is_not_there_is_named()
    {
        var path = Path.Combine(_folder, "none.so");

        var message = Assert.Throws<TorchRuntimeException>(() => Prepare(path)).Message;
        Assert.StartsWith($"expected to read {path}; ", message, StringComparison.Ordinal);
    }

    private static ElfWriter Wanting(bool used) => new ElfWriter()
        .Needs("libstdc++.so.6", "GLIBCXX_3.4.30", "GLIBCXX_3.4.32").Symbol(2, used: true).Symbol(3, used);

    private string Library(ElfWriter writer)
    {
        var path = Path.Combine(_folder, "liboriginal.so");
        File.WriteAllBytes(path, writer.Write());
        return path;
    }

    private (string? Path, string Reason) Prepare(string path, params string[] defined) =>
        BridgeCopy.Prepare(path, _ => defined.ToHashSet(), new([Path.Combine(_folder, "cache")], "1"));
}
