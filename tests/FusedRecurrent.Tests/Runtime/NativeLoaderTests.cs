using FusedRecurrent.Runtime;

namespace FusedRecurrent.Tests.Runtime;

public sealed class NativeLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("natives-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void Where_torchsharp_needs_no_help_nothing_is_done(string platform) =>
        Assert.Equal($"{platform}: TorchSharp loads libtorch by itself here", NativeLoader.Load(platform, []).ToString());

    [Theory]
    [InlineData("linux-arm64", "docker run --platform linux/amd64")]
    [InlineData("linux-musl-x64", "use a Linux with glibc")]
    public void Where_there_is_no_libtorch_the_way_out_is_named(string platform, string way)
    {
        var message = Assert.Throws<TorchRuntimeException>(() => NativeLoader.Load(platform, [])).Message;

        Assert.Contains($"got {platform}; ", message, StringComparison.Ordinal);
        Assert.Contains(way, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_package_is_named() =>
        Assert.Equal(
            $"expected libc10.so beside TorchSharp.dll or in runtimes/linux-x64/native; it is in none of {_folder}; "
            + "refer to the package TorchSharp-cpu and build again",
            Assert.Throws<TorchRuntimeException>(() => NativeLoader.Load("linux-x64", [_folder])).Message);

    [Fact]
    public void A_library_that_is_cut_off_is_refused_before_the_system_maps_it()
    {
        foreach (var name in (string[])["libc10.so", "libtorch_cpu.so", "libtorch.so", "libLibTorchSharp.so"])
        {
            File.WriteAllBytes(Path.Combine(_folder, name), new ElfWriter().Write());
        }
        var path = Path.Combine(_folder, "libtorch_cpu.so");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);

        Assert.StartsWith(
            $"expected a whole library for x86-64, but {path} is cut off or damaged; ",
            Assert.Throws<TorchRuntimeException>(() => NativeLoader.Load("linux-x64", [_folder])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_package_folder_natives_are_found_in_the_packages_beside()
    {
        var managed = Directory.CreateDirectory(Path.Combine(_folder, "torchsharp", "0.107.0", "lib", "net8.0")).FullName;
        foreach (var version in (string[])["2.9.0", "2.10.0"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, "libtorch-cpu-linux-x64", version));
        }

        Assert.Equal(
            [
                managed, Path.Combine(managed, "runtimes", "linux-x64", "native"),
                Path.Combine(_folder, "torchsharp", "0.107.0", "runtimes", "linux-x64", "native"),
                Path.Combine(_folder, "libtorch-cpu-linux-x64", "2.10.0", "runtimes", "linux-x64", "native"),
                Path.Combine(_folder, "libtorch-cpu-linux-x64", "2.9.0", "runtimes", "linux-x64", "native"),
            ],
            NativeFolders.Around(managed, "linux-x64"));
    }
}
