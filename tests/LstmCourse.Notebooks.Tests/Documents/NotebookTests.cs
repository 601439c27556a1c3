using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Testing;

namespace LstmCourse.Notebooks.Tests.Documents;

public sealed class NotebookTests
{
    [Theory]
    [MemberData(nameof(OddNotebooks.All), MemberType = typeof(OddNotebooks))]
    public void Odd_notebooks_are_written_as_they_were_read(string what, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.True(bytes.SequenceEqual(Notebook.Parse(bytes, "odd.ipynb").ToBytes()), what);
    }

    [Fact]
    public void Random_notebooks_are_written_as_they_were_read() =>
        NotebookGen.Any.Sample(bytes => bytes.SequenceEqual(Read(bytes).ToBytes()), iter: 500, print: Encoding.UTF8.GetString);

    [Fact]
    public void Every_notebook_of_the_course_is_written_as_it_was_read()
    {
        var folder = Repository.PathOf("notebooks");
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories))
        {
            Assert.True(File.ReadAllBytes(path).SequenceEqual(Notebook.Read(path).ToBytes()), path);
        }
    }

    [Fact]
    public void New_outputs_change_nothing_else_in_a_random_notebook() => NotebookGen.Any.Sample(
        bytes =>
        {
            var notebook = Read(bytes);
            var edited = notebook.WithOutputs(notebook.CodeCells.ToDictionary(cell => cell.Index, _ => SomeResult));

            var expected = JsonNode.Parse(notebook.Text)!;
            foreach (var cell in notebook.CodeCells)
            {
                var json = expected["cells"]![cell.Index]!;
                json["execution_count"] = 77;
                json["outputs"] = JsonNode.Parse("""
                    [{"output_type": "stream", "name": "stdout", "text": ["a\n", "ü \"b\""]},
                     {"output_type": "execute_result", "execution_count": 77, "metadata": {}, "data": {"text/plain": ["0.5"], "application/json": {"x": [1.0, {}]}}}]
                    """);
            }

            return JsonNode.DeepEquals(expected, JsonNode.Parse(edited.Text));
        },
        iter: 500, print: Encoding.UTF8.GetString);

    [Fact]
    public void Outputs_put_back_give_the_original_bytes_in_any_layout() => NotebookGen.WithCanonicalOutputs.Sample(
        bytes =>
        {
            var notebook = Read(bytes);
            var there = notebook.WithOutputs(notebook.CodeCells.ToDictionary(cell => cell.Index, _ => SomeResult));
            var back = there.WithOutputs(
                notebook.CodeCells.ToDictionary(cell => cell.Index, cell => new CellResult(cell.Outputs, cell.ExecutionCount)));

            Assert.Equal(notebook.Text, back.Text);
            Assert.Equal(bytes, back.ToBytes());
        },
        iter: 500, print: Encoding.UTF8.GetString);

    [Fact]
    public void Equal_outputs_leave_the_text_alone_however_it_is_laid_out() => NotebookGen.Any.Sample(
        bytes =>
        {
            var notebook = Read(bytes);
            var edited = notebook.WithOutputs(
                notebook.CodeCells.ToDictionary(cell => cell.Index, cell => new CellResult(cell.Outputs, cell.ExecutionCount)));
            Assert.Equal(notebook.Text, edited.Text);
        },
        iter: 500, print: Encoding.UTF8.GetString);

    [Fact]
    public void New_outputs_are_laid_out_like_the_file()
    {
        var notebook = Parse("""
            {
              "cells": [
                {
                  "cell_type": "code",
                  "execution_count": null,
                  "metadata": {},
                  "outputs": [],
                  "source": "1"
                }
              ],
              "metadata": {},
              "nbformat": 4,
              "nbformat_minor": 5
            }
            """);

        var edited = notebook.WithOutputs(new Dictionary<int, CellResult> { [0] = new([new StreamOutput("stdout", "one\ntwo\n")], 1) });

        Assert.Equal("""
            {
              "cells": [
                {
                  "cell_type": "code",
                  "execution_count": 1,
                  "metadata": {},
                  "outputs": [
                    {
                      "name": "stdout",
                      "output_type": "stream",
                      "text": [
                        "one\n",
                        "two\n"
                      ]
                    }
                  ],
                  "source": "1"
                }
              ],
              "metadata": {},
              "nbformat": 4,
              "nbformat_minor": 5
            }
            """, edited.Text);
    }

    [Fact]
    public void Members_that_are_missing_are_added()
    {
        var notebook = Parse("""{"cells":[{"cell_type":"code","metadata":{},"source":"1"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        var edited = notebook.WithOutputs(new Dictionary<int, CellResult> { [0] = new([], 1) });
        Assert.Equal(
            """{"cells":[{"cell_type":"code","metadata":{},"source":"1","execution_count":1,"outputs":[]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""",
            edited.Text);
    }

    [Fact]
    public void Cells_carry_what_the_file_says()
    {
        var notebook = Parse("""
            {"cells": [
              {"cell_type": "markdown", "id": "intro", "metadata": {}, "source": ["# Title\n", "text"]},
              {"cell_type": "code", "metadata": {"tags": ["volatile", "raises-exception"]}, "source": "1 +\r\n1", "execution_count": 9,
               "outputs": [{"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", "b"]}]},
              {"cell_type": "code", "metadata": {}, "source": " \n", "execution_count": null, "outputs": []},
              {"cell_type": "raw", "metadata": {}, "source": ""},
              {"cell_type": "code", "metadata": {}, "source": "x", "execution_count": null, "outputs": []}
            ], "metadata": {"kernelspec": {"name": "csharp"}}, "nbformat": 4, "nbformat_minor": 5}
            """);

        Assert.Equal(("intro", "# Title\ntext"), (notebook.Cells[0].Id, notebook.Cells[0].Source));
        var code = Assert.IsType<CodeCell>(notebook.Cells[1]);
        Assert.Equal("1 +\n1", code.Source);
        Assert.True(code.HasTag("raises-exception"));
        Assert.False(code.HasTag("other"));
        Assert.Equal(9, code.ExecutionCount);
        var error = Assert.IsType<ErrorOutput>(Assert.Single(code.Outputs));
        Assert.Equal(["a", "b"], error.Traceback.AsEnumerable());
        Assert.IsType<RawCell>(notebook.Cells[3]);
        Assert.Equal([1, null, 2], notebook.CodeCells.Select(cell => cell.Number));
        Assert.Equal("csharp", (string?)notebook.Metadata["kernelspec"]!["name"]);
    }

    private static CellResult SomeResult { get; } = new(
        [
            new StreamOutput("stdout", "a\nü \"b\""),
            new ResultOutput(
                new MimeBundle(
                [
                    KeyValuePair.Create<string, JsonNode>("text/plain", JsonValue.Create("0.5")),
                    KeyValuePair.Create("application/json", JsonNode.Parse("""{"x": [1.0, {}]}""")!),
                ]),
                77),
        ],
        77);

    private static Notebook Read(byte[] bytes) => Notebook.Parse(bytes, "random.ipynb");

    private static Notebook Parse(string text) => Notebook.Parse(Encoding.UTF8.GetBytes(text), "test.ipynb");
}
