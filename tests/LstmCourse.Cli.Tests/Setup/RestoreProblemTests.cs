using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup;

public sealed class RestoreProblemTests
{
    private static readonly PinnedPackage[] Packages = [new("TorchSharp", "0.106.0"), new("TorchSharp-cpu", "0.106.0"), new("Plotly.NET", "5.1.0")];

    [Fact]
    public void The_first_missing_package_of_the_list_is_named_whatever_the_order_of_the_messages()
    {
        const string Output = """
              Determining projects to restore...
            /x/A.csproj : error NU1101: Unable to find package Plotly.NET. No packages exist with this id in source(s): here, there
            /x/A.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): here, there
              Failed to restore /x/A.csproj (in 807 ms).
            """;
        Assert.Equal("TorchSharp-cpu 0.106.0 is in no package source (here, there)", RestoreProblem.Describe(Output, Packages));
    }

    [Fact]
    public void A_missing_version_is_told_from_a_missing_package()
    {
        const string Output = "/x/A.csproj : error NU1102: Unable to find package Plotly.NET with version (= 5.1.0) [/x/A.sln]\n/x/A.csproj : error NU1102:   - Found 1 version(s)";
        Assert.Equal("Plotly.NET 5.1.0 is in no package source; they hold other versions only", RestoreProblem.Describe(Output, Packages));
    }

    [Fact]
    public void A_source_that_cannot_be_reached_is_named()
    {
        const string Output = "/x/A.csproj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json. [/x/A.sln]";
        Assert.Equal("TorchSharp 0.106.0 cannot be restored: the package source https://feed.example/v3/index.json cannot be reached", RestoreProblem.Describe(Output, Packages));
    }

    [Fact]
    public void Anything_else_is_shown_as_it_is() =>
        Assert.Equal("NU1107: Version conflict detected for X.", RestoreProblem.Describe("/x/A.csproj : error NU1107: Version conflict detected for X. [/x/A.sln]\n", Packages));
}
