using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Tests.Jupyter;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Kernel.Formatting;

/// <summary>What notebooks and packages register with .NET Interactive's <c>Formatter</c> is how values are shown.</summary>
[Trait("Culture", "Any")]
public sealed class InteractiveFormattersTests
{
    [Fact]
    public async Task A_registered_formatter_shows_values_of_its_type_and_of_those_derived_from_it()
    {
        var outputs = await RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting; class A { } class B : A { } class C<T> { }",
            "Formatter.Register<A>(a => \"<i>an A</i>\", \"text/html\"); Formatter.Register(typeof(C<>), (o, w) => w.Write(\"some C\"), "
                + "\"text/plain\");",
            "new B()",
            "display(new C<int>());",
            "new object().GetHashCode() != 0");
        Assert.Equal("<i>an A</i>|an A", Forms(outputs[2], "text/html", "text/plain"));
        Assert.Equal("|some C", Forms(outputs[3], "text/html", "text/plain"));
        Assert.Equal("|True", Forms(outputs[4], "text/html", "text/plain"));
    }

    [Fact]
    public async Task A_registered_formatter_shows_the_elements_of_a_list_too()
    {
        var outputs = await RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting; record A(int X); record B(int X);",
            "Formatter.Register<A>(a => $\"<i>{a.X}°</i>\", \"text/html\"); Formatter.Register<A>(a => $\"{a.X} degrees\", \"text/plain\");",
            "new List<A> { new(1), new(2) }",
            "new[] { new B(1), new B(2) }");
        Assert.Contains("<i>1°</i>", Forms(outputs[2], "text/html", "text/plain"), StringComparison.Ordinal);
        Assert.Contains("<i>2°</i>", Forms(outputs[2], "text/html", "text/plain"), StringComparison.Ordinal);
        Assert.EndsWith("1 degrees\n2 degrees", Forms(outputs[2], "text/html", "text/plain"), StringComparison.Ordinal);
        Assert.EndsWith("|X\n1\n2", Forms(outputs[3], "text/html", "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_as_long_as_the_limit_says_once_that_is_changed()
    {
        var outputs = await RunAsync(
            "using Microsoft.DotNet.Interactive.Formatting; record A(int X);",
            "Formatter.ListExpansionLimit = 2;",
            "new[] { 1, 2, 3, 4 }",
            "new[] { new A(1), new A(2), new A(3) }",
            "new Dictionary<int, int> { [1] = 2, [3] = 4, [5] = 6 }",
            "Formatter.ResetToDefault(); Enumerable.Range(1, 4).ToList()");
        Assert.Equal("|[1, 2, … 4 in all]", Forms(outputs[2], "text/html", "text/plain"));
        Assert.EndsWith("|X\n1\n2\n… 3 rows in all", Forms(outputs[3], "text/html", "text/plain"), StringComparison.Ordinal);
        Assert.Equal("|{ 1: 2, 3: 4, … 3 in all }", Forms(outputs[4], "text/html", "text/plain"));
        Assert.Equal("|[1, 2, 3, 4]", Forms(outputs[5], "text/html", "text/plain"));
    }

    [Fact]
    public async Task The_tags_of_PocketView_are_HTML()
    {
        var outputs = await RunAsync(
            "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags; using Microsoft.DotNet.Interactive.Formatting;",
            "div[style: \"color:red\"](b(\"big\"), \" & small\")");
        Assert.Equal("<div style=\"color:red\"><b>big</b> &amp; small</div>|big & small", Forms(outputs[1], "text/html", "text/plain"));
    }

    [Fact]
    public async Task Text_may_be_shown_in_several_MIME_types_and_scripts_and_rules_as_HTML()
    {
        var outputs = await RunAsync(
            "display(\"<b>x</b>\", \"text/html\", \"text/plain\");", "\"<u>y</u>\".DisplayAs(\"text/html\");", "Javascript(\"1 < 2\");",
            "CSS(\"b { color: red }\");", "LaTeX(\"$x^2$\")");
        Assert.Equal("<b>x</b>|<b>x</b>", Forms(outputs[0], "text/html", "text/plain"));
        Assert.Equal("<u>y</u>|y", Forms(outputs[1], "text/html", "text/plain"));
        Assert.Equal("<script type=\"text/javascript\">1 < 2</script>|(HTML)", Forms(outputs[2], "text/html", "text/plain"));
        Assert.Equal("<style>b { color: red }</style>|(HTML)", Forms(outputs[3], "text/html", "text/plain"));
        Assert.Equal("$x^2$|$x^2$", Forms(outputs[4], "text/latex", "text/plain"));
    }

    [Fact]
    public async Task Display_at_the_end_of_an_expression_is_this_kernels_also_where_the_formatters_are_there()
    {
        var outputs = await RunAsync("using Microsoft.DotNet.Interactive.Formatting; Formatter.ListExpansionLimit", "5.Display()",
            "new { A = 1 }.Display();", "new[] { (1, 2) }.DisplayTable();");
        Assert.Equal("|5", Forms(outputs[1], "text/html", "text/plain"));
        Assert.Equal("|{ A = 1 }", Forms(outputs[2], "text/html", "text/plain"));
        Assert.Contains("<table", Forms(outputs[3], "text/html", "text/plain"), StringComparison.Ordinal);
    }

    private static async Task<CellOutput[]> RunAsync(params string[] cells)
    {
        var run = await KernelProgram.RunAsync(Of(cells));
        Assert.True(run.Passed, run.StartProblem ?? run.Failure?.Problem);
        return [.. run.Cells.Select(cell => cell.Outputs.SingleOrDefault()!)];
    }

    private static string Forms(CellOutput output, string first, string second)
    {
        var data = output switch
        {
            DisplayOutput display =>
            display.Data,
            ResultOutput result => result.Data,
            _ => throw new ArgumentException("no value")
        };
        return $"{data[first]}|{data[second]}";
    }
}
