using FusedRecurrent.Runtime;

namespace FusedRecurrent.Tests.Runtime;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void Tensors_work_without_a_call_and_the_status_says_why()
    {
        using var ones = torch.ones(2, 3);

        Assert.Equal(6f, ones.sum().item<float>());
        Assert.NotNull(TorchRuntime.Status);
    }

    [Fact]
    public async Task Loading_from_many_threads_does_it_once()
    {
        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(TorchRuntime.Load)));

        Assert.All(statuses, status => Assert.Same(statuses[0], status));
        Assert.DoesNotContain('\n', statuses[0].ToString());
    }

    [Fact]
    public void What_waits_for_libtorch_is_done_at_once_when_it_is_there()
    {
        TorchRuntime.Load();
        var threads = 0;
        TorchRuntime.WhenLoaded(() => threads = torch.get_num_threads());

        Assert.InRange(threads, 1, 4096);
    }

    [Fact]
    public void On_linux_a_copy_is_used_exactly_where_the_system_lacks_a_version_that_the_package_asks_for()
    {
        if (TorchRuntime.Load() is not { Library: { } library } status) return;
        var needs = ElfVersions.Needed(new(File.ReadAllBytes(library))).Where(need => need.Library == "libstdc++.so.6");
        var lacks = needs.Select(need => need.Version).Except(SystemLibraries.VersionsOf("libstdc++.so.6")!).ToList();

        Assert.Equal(lacks.Count > 0, status.Copy is not null);
        Assert.All(lacks, version => Assert.Contains(version, status.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_systems_own_library_says_what_it_defines()
    {
        if (!OperatingSystem.IsLinux()) return;

        Assert.Contains("GLIBCXX_3.4", SystemLibraries.VersionsOf("libstdc++.so.6")!);
        Assert.Contains("GLIBC_2.2.5", SystemLibraries.VersionsOf("libc.so.6")!);
        Assert.Null(SystemLibraries.VersionsOf("libnosuchthing.so.9"));
    }
}
