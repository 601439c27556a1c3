using System.Runtime.InteropServices;
using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class LibtorchTests
{
    [Theory]
    [InlineData("linux-x64", Architecture.X64, "linux-x64")]
    [InlineData("debian.12-x64", Architecture.X64, "linux-x64")]
    [InlineData("ubuntu.24.04-arm64", Architecture.Arm64, "linux-arm64")]
    [InlineData("linux-musl-x64", Architecture.X64, "linux-musl-x64")]
    [InlineData("alpine.3.20-x64", Architecture.X64, "linux-musl-x64")]
    [InlineData("win-x64", Architecture.X64, "win-x64")]
    [InlineData("win10-x64", Architecture.X64, "win-x64")]
    [InlineData("osx-arm64", Architecture.Arm64, "osx-arm64")]
    [InlineData("osx.15-arm64", Architecture.Arm64, "osx-arm64")]
    public void A_machine_has_the_name_that_package_folders_have(string runtime, Architecture architecture, string expected) =>
        Assert.Equal(expected, Libtorch.SystemOf(runtime, architecture));

    [Theory]
    [InlineData("linux-x64", "cpu")]
    [InlineData("linux-x64", "cuda")]
    [InlineData("win-x64", "cpu")]
    [InlineData("win-x64", "cuda")]
    [InlineData("win-arm64", "cpu")]
    [InlineData("osx-arm64", "cpu")]
    public void Where_libtorch_is_made_for_a_machine_nothing_is_wrong(string system, string choice) =>
        Assert.Null(Libtorch.Problem(system, choice));

    [Theory]
    [InlineData(
        "linux-arm64", "cpu", "libtorch is not made for this machine (linux-arm64), only for linux-x64, win-x64, win-arm64 and "
            + "osx-arm64. The course runs in an amd64 container: docker run --platform linux/amd64, see docs/opening-the-course.md")]
    [InlineData(
        "linux-musl-x64", "cpu", "libtorch needs a Linux with glibc, and this one has musl (linux-musl-x64). The course runs in an amd64 "
            + "container: docker run --platform linux/amd64, see docs/opening-the-course.md")]
    [InlineData(
        "osx-x64", "cpu", "libtorch is not made for this machine (osx-x64), only for linux-x64, win-x64, win-arm64 and osx-arm64. The "
            + "course runs in its dev container, see docs/opening-the-course.md")]
    [InlineData("osx-arm64", "cuda", "libtorch for CUDA is not made for osx-arm64; take CourseTorch=cpu")]
    [InlineData("win-arm64", "cuda", "libtorch for CUDA is not made for win-arm64; take CourseTorch=cpu")]
    [InlineData("linux-x64", "tpu", "expected CourseTorch to be cpu or cuda, got 'tpu'")]
    public void Where_it_is_not_the_way_out_is_said(string system, string choice, string expected) =>
        Assert.Equal(expected, Libtorch.Problem(system, choice));
}
