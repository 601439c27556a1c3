using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Execution;

public sealed class NotebookParametersTests
{
    [Theory]
    [InlineData("epochs=3", "var epochs = 3;")]
    [InlineData("rate = -0.5", "var rate = -0.5d;")]
    [InlineData("small=1e-3", "var small = 0.001d;")]
    [InlineData("big=5000000000", "var big = 5000000000L;")]
    [InlineData("fast=True", "var fast = true;")]
    [InlineData("name=a \"b\"\\c", "var name = \"a \\\"b\\\"\\\\c\";")]
    [InlineData("empty=", "var empty = \"\";")]
    [InlineData("path=a=b", "var path = \"a=b\";")]
    [InlineData("class=1", "var @class = 1;")]
    public void A_value_becomes_a_line_of_CSharp(string setting, string line)
    {
        var notebook = NotebookParameters.Parse([setting]).PutInto(File(Of("x"))).Notebook;
        Assert.Equal($"// Parameters\n{line}", notebook.CodeCells.First().Source);
    }

    [Theory]
    [InlineData("epochs")]
    [InlineData("=3")]
    [InlineData("two words=3")]
    [InlineData("3d=1")]
    public void What_names_no_variable_is_refused(string setting)
    {
        var problem = Assert.Throws<FormatException>(() => NotebookParameters.Parse([setting]));
        Assert.Equal($"expected name=value with the name of a C# variable, got '{setting}'", problem.Message);
    }

    [Fact]
    public void The_cell_follows_the_one_that_is_tagged_and_one_that_an_earlier_run_put_in()
    {
        var once = NotebookParameters.Parse(["n=2"]).PutInto(File(Of(Code("a"), Code("n = 1", ["parameters"]), Code("b"))));
        Assert.Equal(["a", "n = 1", "// Parameters\nvar n = 2;", "b"], once.Notebook.CodeCells.Select(cell => cell.Source));
        Assert.True(once.Notebook.CodeCells.ElementAt(2).HasTag("injected-parameters"));
        var twice = NotebookParameters.Parse(["n=3"]).PutInto(once);
        Assert.Equal(["a", "n = 1", "// Parameters\nvar n = 2;", "// Parameters\nvar n = 3;", "b"],
            twice.Notebook.CodeCells.Select(cell => cell.Source));
        Assert.Equal(5, twice.Notebook.Cells.Select(cell =>
            cell.Id ?? cell.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)).Distinct().Count());
    }

    [Fact]
    public void Without_values_the_file_is_the_same()
    {
        var file = File(Of("a"));
        Assert.Same(file, NotebookParameters.None.PutInto(file));
    }

    [Fact]
    public void An_empty_notebook_gets_a_cell_too() =>
        Assert.Single(NotebookParameters.Parse(["n=1"]).PutInto(File(Of(Array.Empty<string>()))).Notebook.Cells);

    private static NotebookFile File(Notebook notebook) => new("/a.ipynb", "a.ipynb", "a.ipynb", notebook);
}
