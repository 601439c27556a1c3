using System.Runtime.InteropServices;
using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class OfficialPlatformTests
{
    [Theory]
    [InlineData("linux-x64", Architecture.X64, "cpu")]
    [InlineData("debian.12-x64", Architecture.X64, "cuda")]
    [InlineData("win-x64", Architecture.X64, "cuda")]
    [InlineData("osx-arm64", Architecture.Arm64, "cpu")]
    public void Machines_for_which_libtorch_has_packages_are_supported(string runtime, Architecture architecture, string torch) =>
        Assert.Null(OfficialPlatform.Problem(runtime, architecture, torch));

    [Theory]
    [InlineData("linux-arm64", Architecture.Arm64, "cpu", "libtorch has no packages for Linux on arm64, only for x64")]
    [InlineData("win-arm64", Architecture.Arm64, "cpu", "libtorch has no packages for Windows on arm64, only for x64")]
    [InlineData("osx-x64", Architecture.X64, "cpu", "libtorch has no packages for macOS on x64, only for arm64")]
    [InlineData("osx-arm64", Architecture.Arm64, "cuda", "libtorch for CUDA has no packages for macOS")]
    [InlineData("linux-musl-x64", Architecture.X64, "cpu", "libtorch needs a Linux with glibc, and this one has musl")]
    [InlineData("alpine.3.20-x64", Architecture.X64, "cpu", "libtorch needs a Linux with glibc, and this one has musl")]
    public void The_others_are_told_why_not(string runtime, Architecture architecture, string torch, string expected) =>
        Assert.Equal(expected, OfficialPlatform.Problem(runtime, architecture, torch));
}
