using System.Text;
using CsCheck;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Tests.Documents;

public sealed class NotebookRefusalTests
{
    private const string Valid = """
        {"cells": [{"cell_type": "code", "metadata": {}, "source": "1", "outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}], "execution_count": 1}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n ", "is empty")]
    [InlineData("hello", "no valid JSON at line 1, column 1: expected a value")]
    [InlineData("<!DOCTYPE html><html></html>", "no valid JSON at line 1, column 1")]
    [InlineData("[]", "its JSON is not an object")]
    [InlineData("4", "its JSON is not an object")]
    [InlineData("{\"cells\": [] \"nbformat\": 4}", "line 1, column 14: expected ',' or '}'")]
    [InlineData("{\"cells\": [NaN]}", "expected a value")]
    [InlineData("{\"cells\": [], \"nbformat\": 4} extra", "expected the end of the file")]
    [InlineData("{\"cells\": [\"a\tb\"]}", "a control character (U+0009)")]
    [InlineData("{\"cells\": [01]}", "expected ',' or ']'")]
    [InlineData("{\"cells\": [1.]}", "expected a digit")]
    [InlineData("{\"cells\": [\"\\x\"]}", "unknown escape \\x")]
    [InlineData("{\"cells\": [\"\\u12G4\"]}", "four hexadecimal digits")]
    [InlineData("{}", "does not state its nbformat")]
    [InlineData("{\"nbformat\": \"4\", \"cells\": []}", "does not state its nbformat")]
    [InlineData("{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": [{\"cells\": []}]}", "old notebook format 3, expected 4")]
    [InlineData("{\"nbformat\": 5, \"cells\": []}", "newer than the 4")]
    [InlineData("{\"nbformat\": 4}", "no list of cells")]
    [InlineData("{\"nbformat\": 4, \"cells\": {}}", "no list of cells")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "in cell 1 of 1, there is something other than an object")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"source\": \"\"}]}", "'cell_type' is missing")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\", \"source\": \"\"}]}", "'cell_type' is 'heading'")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}", "'source' is neither a text nor a list of texts")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]}", "'source' holds something other than texts")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": {}}]}", "'outputs' is not a list")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{}]}]}", "no 'output_type'")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"execution_count\": 1.5}]}",
        "'execution_count'")]
    public void What_is_not_a_notebook_is_refused_in_one_line_that_names_the_file(string text, string reason)
    {
        var e = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(Encoding.UTF8.GetBytes(text), "some/file.ipynb"));
        Assert.StartsWith("some/file.ipynb ", e.Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void A_notebook_cut_off_at_any_byte_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Valid);
        for (var length = 1; length < bytes.Length; length++)
        {
            var e = Assert.Throws<NotebookFormatException>(() => Notebook.Parse(bytes.AsSpan(0, length), "cut.ipynb"));
            Assert.Contains("is cut off", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        foreach (var bytes in new byte[][] { [.. "{\"a\": \""u8, 0xFF, .. "\"}"u8], Encoding.Unicode.GetBytes(Valid),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Valid)] })
        {
            Assert.Throws<NotebookFormatException>(() => Notebook.Parse(bytes, "x.ipynb"));
        }
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_does_not_overflow_the_stack()
    {
        var e = Assert.Throws<NotebookFormatException>(() =>
            Notebook.Parse(Encoding.UTF8.GetBytes("{\"a\":" + new string('[', 1_000_000)), "deep.ipynb"));
        Assert.Contains("500", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_is_read_or_refused_and_never_anything_else() => Gen.Select(
        NotebookGen.Any, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte).Array[1, 3]).Sample(
        (sound, hits) =>
        {
            var bytes = sound.ToArray();
            foreach (var (place, value) in hits) bytes[place % bytes.Length] = value;
            try
            {
                Assert.True(bytes.SequenceEqual(Notebook.Parse(bytes, "damaged.ipynb").ToBytes()));
            }
            catch (NotebookFormatException)
            {
                // That is how damage is to be reported.
            }
        },
        iter: 3000);
}
