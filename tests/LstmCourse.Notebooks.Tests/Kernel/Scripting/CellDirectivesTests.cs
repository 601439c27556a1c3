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

    [Fact]
    public void Markdown_at_the_top_goes_to_the_next_such_line()
    {
        var directives = CellDirectives.Read("\n#!markdown\n# A *heading*\n\ntext\n#!csharp\nvar a = 1;");
        Assert.Equal("# A *heading*\n\ntext", directives.Markdown);
        Assert.Equal("\n\n\n\n\n\nvar a = 1;", directives.Code);
        Assert.Null(CellDirectives.Read("#!time\n1").Markdown);
    }

    [Theory]
    [InlineData("var x = 1; // #!time")]
    [InlineData("#if DEBUG\n#endif\n1")]
    public void Other_lines_are_left_alone(string code) => Assert.Equal(code, CellDirectives.Read(code).Code);

    [Theory]
    [InlineData("#!fsharp", "this kernel runs C# only; such a cell needs a notebook of its own")]
    [InlineData("#!import other.ipynb", "write #load \"file.csx\" for a script, or copy the notebook's cells")]
    [InlineData("#!html", "write HTML(\"…\") as the last expression")]
    [InlineData("#!markdown", "give it a cell of its own, or write display(Markdown(\"…\"))")]
    [InlineData("#!frobnicate --now", "leave the line out")]
    public async Task An_unknown_one_is_named_with_what_to_write_instead(string line, string instead)
    {
        await using var kernel = await WireKernel.StartAsync();
        var exchange = await kernel.ExecuteAsync($"1\n{line}");
        var name = line.Split(' ')[0];
        Assert.Equal([$"error UnknownCommand cell 1, line 2: expected C#, #!time, #!about, #!who, #!whos, or #!markdown at the top, got {name}: "
            + instead], exchange.Outputs);
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

    [Fact]
    public async Task Variables_are_listed_after_the_cell_each_name_once()
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal(["display_data c1-1 []"], (await kernel.ExecuteAsync("#!who")).Outputs);
        await kernel.ExecuteAsync("var zeta = 1; string alpha = null; class C { int field; } int F() => 1;");
        Assert.Equal(["display_data c3-1 [\"alpha\", \"beta\", \"zeta\"]"],
            (await kernel.ExecuteAsync("#!who\nvar zeta = 2.5; var beta = new List<int> { 1, 2 };")).Outputs);
        Assert.Equal(["display_data c4-1 Name   Type       Value\nalpha  string\nbeta   List<int>  [1, 2]\nzeta   double     2.5"],
            (await kernel.ExecuteAsync("#!whos")).Outputs);
    }

    [Fact]
    public async Task Markdown_is_shown_before_the_code_below_it_runs()
    {
        await using var kernel = await WireKernel.StartAsync();
        Assert.Equal(["display_data c1-1 # A heading", "execute_result [1] 2"],
            (await kernel.ExecuteAsync("#!markdown\n# A heading\n#!csharp\n1 + 1")).Outputs);
    }
}
