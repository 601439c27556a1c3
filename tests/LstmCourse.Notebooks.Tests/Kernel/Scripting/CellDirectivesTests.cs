using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Jupyter;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

[Collection(KernelTests.Name)]
public sealed class CellDirectivesTests
{
    [Fact]
    public void Their_lines_are_blank_and_all_others_keep_their_numbers()
    {
        var directives = CellDirectives.Read("#!csharp\n  #!time\n#i \"nuget: https://example.org/v3/index.json\"\nvar a = 1;\n#i\"x\"");
        Assert.Equal("\n\n\nvar a = 1;\n#i\"x\"", directives.Code);
        Assert.Equal(["https://example.org/v3/index.json"], directives.PackageSources.ToArray());
        Assert.True(directives.ShowsTime);
        Assert.False(directives.ShowsAbout);
    }

    [Theory]
    [InlineData("var x = 1; // #!time")]
    [InlineData("#if DEBUG\n#endif\n1")]
    public void Other_lines_are_left_alone(string code) => Assert.Equal(code, CellDirectives.Read(code).Code);

    [Theory]
    [InlineData("#!fsharp", "this kernel runs C# only; such a cell needs a notebook of its own")]
    [InlineData("#!import other.ipynb", "write #load \"file.csx\" for a script, or copy the notebook's cells")]
    [InlineData("#!html", "write HTML(\"…\") as the last expression")]
    [InlineData("#!frobnicate --now", "leave the line out")]
    public async Task An_unknown_one_is_named_with_what_to_write_instead(string line, string instead)
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync($"1\n{line}");
        var name = line.Split(' ')[0];
        Assert.Equal([$"error UnknownCommand cell 1, line 2: expected C#, #!time or #!about, got {name}: {instead}"], exchange.Outputs);
    }

    [Fact]
    public async Task The_time_and_the_versions_are_shown()
    {
        await using var kernel = await WireKernel.StartAsync();
        var timed = (await kernel.ExecuteAsync("#!time\n1 + 1")).Outputs;
        Assert.Matches(@"^display_data c1-1 Wall time: \d+\.\d ms$", timed[0]);
        Assert.Equal("execute_result [1] 2", timed[1]);
        Assert.Contains("C# compiler 5.", Assert.Single((await kernel.ExecuteAsync("#!about")).Outputs), StringComparison.Ordinal);
    }
}
