namespace LstmCourse.Cli.Tests;

public sealed class BuildOutputTests
{
    [Fact]
    public void Errors_are_shown_once_without_the_rest()
    {
        const string Output =
            "  Restored\n  A.cs(1,2): error CS0001: wrong [A.csproj]\n  B.cs(1,2): warning CS0002: odd\n  A.cs(1,2): error CS0001: wrong "
                + "[A.csproj]\n";
        Assert.Equal("A.cs(1,2): error CS0001: wrong [A.csproj]", BuildOutput.Errors(Output));
    }

    [Fact]
    public void Output_without_errors_is_shown_whole() =>
        Assert.Equal("The SDK was not found", BuildOutput.Errors("The SDK was not found\n"));

    [Fact]
    public void Many_errors_are_counted()
    {
        var lines = BuildOutput.Errors(
            string.Join('\n', Enumerable.Range(0, 100).Select(i => $"A.cs({i},1): error CS0001: wrong"))).Split('\n');
        Assert.Equal(21, lines.Length);
        Assert.Equal("… and 80 more errors", lines[^1]);
    }
}
