using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

/// <summary>Outputs that the SDK was seen to give.</summary>
public sealed class SetupProblemTests
{
    [Theory]
    [InlineData(
        "/x/A.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): here, there "
            + "[/x/A.sln]",
        "no package source has TorchSharp-cpu (asked: here, there): add one that has it, such as nuget.org (dotnet nuget add source), "
            + "then run the command again")]
    [InlineData(
        "/x/A.csproj : error NU1101: Unable to find package TorchSharp-cuda-linux. No packages exist with this id in source(s): nuget.org",
        "no package source has TorchSharp-cuda-linux (asked: nuget.org): add one that has it (dotnet nuget add source), or take "
            + "CourseTorch=cpu, then run the command again")]
    [InlineData(
        "/x/A.csproj : error NU1102: Unable to find package Plotly.NET with version (>= 6.0.0)\n/x/A.csproj : error NU1102:   - Found 3 "
            + "version(s) in here [ Nearest version: 5.1.0 ]",
        "no package source has Plotly.NET 6.0.0, only other versions of it: add a source that has it, such as nuget.org (dotnet nuget "
            + "add source), then run the command again")]
    [InlineData(
        "/x/A.csproj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json. [/x/A.sln]",
        "the package source https://feed.example/v3/index.json cannot be reached: get online or mend the source (dotnet nuget list "
            + "source), then run the command again")]
    [InlineData(
        "/x/A.csproj : error NU1301: The local source '/gone/feed' doesn't exist.",
        "the package source '/gone/feed' cannot be reached: get online or mend the source (dotnet nuget list source), then run the "
            + "command again")]
    [InlineData(
        "/sdk/NuGet.targets(198,5): error : No space left on device : '/home/me/.nuget/packages/a/1.0.0' [/x/A.csproj]",
        "there is no room left on the disk of /home/me/.nuget/packages/a/1.0.0: the course needs 2 GB for packages and its own files; "
            + "make room, then run the command again")]
    [InlineData(
        "/sdk/NuGet.targets(198,5): error : Error parsing nupkg metadata file /home/me/.nuget/packages/a/1.0.0/.nupkg.metadata : 'g' is "
            + "an invalid start of a value.",
        "the package in /home/me/.nuget/packages/a/1.0.0 is damaged: delete this folder, then run the command again")]
    public void What_stopped_the_SDK_is_said_in_one_line_with_the_way_out(string output, string expected) =>
        Assert.Equal(expected, SetupProblem.Describe("  Determining projects to restore...\n" + output));

    [Theory]
    [InlineData("/x/1.0/Lesson.cs(1,2): error CS0103: The name 'y' does not exist [/x/A.csproj]")]
    [InlineData("/x/A.csproj : error NU1107: Version conflict detected for X.")]
    public void Errors_of_the_code_are_left_to_the_compilers_words(string output) => Assert.Null(SetupProblem.Describe(output));
}
