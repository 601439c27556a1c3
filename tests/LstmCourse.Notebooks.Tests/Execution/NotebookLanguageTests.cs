using System.Text;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;

namespace LstmCourse.Notebooks.Tests.Execution;

public sealed class NotebookLanguageTests
{
    [Theory]
    [InlineData("""{"kernelspec": {"name": "python3", "display_name": "Python 3"}}""", "python")]
    [InlineData("""{"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}, "language_info": {"name": "python"}}""", "python")]
    [InlineData("""{"kernelspec": {"name": "ir"}}""", "R")]
    [InlineData("""{"language_info": {"name": "julia"}}""", "julia")]
    [InlineData("""{"kernelspec": {"name": ".net-fsharp", "language": "F#"}}""", "F#")]
    public void Another_language_is_refused_in_one_line(string metadata, string language)
    {
        var problem = Assert.Throws<NotebookFormatException>(() => NotebookLanguage.Require(File(metadata), "C#"));
        Assert.Equal($"a.ipynb is written in {language}; expected a notebook in C#. Leave it out, or name its kernel: --kernel NAME",
            problem.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "C#"}, "language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"language_info": {"name": "csharp"}}""")]
    [InlineData("""{"kernelspec": {"name": 5, "language": null}}""")]
    public void CSharp_and_notebooks_that_do_not_say_pass(string metadata) => NotebookLanguage.Require(File(metadata), "C#");

    [Fact]
    public void A_kernel_of_that_language_takes_it() => NotebookLanguage.Require(File("""{"kernelspec": {"name": "python3"}}"""), "Python");

    private static NotebookFile File(string metadata)
    {
        var text = $$"""{"cells": [], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": 5}""";
        return new NotebookFile("/a.ipynb", "a.ipynb", "a.ipynb", Notebook.Parse(Encoding.UTF8.GetBytes(text), "a.ipynb"));
    }
}
