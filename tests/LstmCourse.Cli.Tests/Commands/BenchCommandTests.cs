using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LstmCourse.Cli.Tests.Commands;

public sealed class BenchCommandTests
{
    [Theory]
    [InlineData("expected part of a case's name after --only, got 'nonsense'. Cases: sentiment, next word,", "bench", "--only", "nonsense")]
    [InlineData("tensorflow", "bench", "--vs", "tensorflow")]
    [InlineData("Expected a whole number from 1 for --milliseconds, got '0'", "bench", "--milliseconds", "0")]
    public async Task Bad_arguments_give_one_line(string expected, params string[] arguments)
    {
        var result = await CourseProcess.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("bench", "--vs", "pytorch")]
    [InlineData("bench", "growth")]
    [InlineData("bench", "memory")]
    public async Task Without_PyTorch_it_says_what_to_install(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "course.dll"), .. arguments]);
        start.Environment["COURSE_PYTHON"] = Path.Combine(Path.GetTempPath(), "no-python-here");

        var result = await CourseProcess.StartAsync(start);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("apt-get install python3-torch", result.Error, StringComparison.Ordinal);
        Assert.Contains("cannot start", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_come_as_JSON()
    {
        var result = await CourseProcess.RunAsync("bench", "--json", "--only", "one text", "--milliseconds", "1");

        Assert.Equal(0, result.ExitCode);
        var measured = Assert.Single(JsonNode.Parse(result.Output)!["results"]!.AsArray())!;
        Assert.Equal("inference, one text", (string)measured["case"]!["name"]!);
        Assert.True((double)measured["oneThread"]! > 0);
        Assert.Null(measured["pyTorch"]);
    }
}
