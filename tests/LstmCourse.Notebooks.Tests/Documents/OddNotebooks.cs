namespace LstmCourse.Notebooks.Tests.Documents;

/// <summary>Valid notebooks as real programs write them, and some that only a hostile one would.</summary>
internal static class OddNotebooks
{
    public static TheoryData<string, string> All => new()
    {
        { "no cells at all", """{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""" },
        { "format stated first, no final newline", "{\"nbformat\":4,\"nbformat_minor\":2,\"metadata\":{},\"cells\":[]}" },
        { "byte order mark", "\uFEFF{\"cells\": [], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n" },
        { "windows line ends", "{\r\n \"cells\": [],\r\n \"metadata\": {},\r\n \"nbformat\": 4,\r\n \"nbformat_minor\": 5\r\n}\r\n" },
        { "tabs", "{\n\t\"cells\": [],\n\t\"metadata\": {},\n\t\"nbformat\": 4,\n\t\"nbformat_minor\": 5\n}\n" },
        { "line feeds without indentation", "{\n\"cells\": [],\n\"metadata\": {},\n\"nbformat\": 4,\n\"nbformat_minor\": 5\n}\n" },
        { "whitespace around everything",
        " \r\n\t{ \"cells\" : [ ] , \"metadata\" : { } , \"nbformat\" : 4 , \"nbformat_minor\" : 5 } \n\n " },
        { "escapes", Code("""{"cell_type": "code", "metadata": {"t": "\u00fc\u00DC\/\ud83d\ude42"}, "source": "\u0041", "outputs": [], "execution_count": null}""") },
        { "a lone surrogate", Code("""{"cell_type": "code", "metadata": {}, "source": "\ud800 and \udc00", "outputs": [], "execution_count": null}""") },
        { "number spellings", Code("""{"cell_type": "code", "metadata": {"n": [1.0, 1e5, 1E+05, -0, -0.0, 10000000000000000000000]}, "source": [], "outputs": []}""") },
        { "a name twice", Code("""{"cell_type": "code", "metadata": {"a": 1, "a": 2}, "source": "1", "source": "2", "outputs": [], "execution_count": 3}""") },
        { "a raw cell with an attachment", Code("""{"cell_type": "raw", "metadata": {"format": "text/restructuredtext"}, "source": ["x"], "attachments": {"a.png": {"image/png": "AAAA"}}}""") },
        { "a code cell without outputs and count", Code("""{"cell_type": "code", "metadata": {}, "source": "1 + 1"}""") },
        { "unknown fields everywhere", Code("""{"cell_type": "code", "x": [[], {}, null], "metadata": {}, "source": "", "outputs": [{"output_type": "stream", "name": "stdout", "text": "", "y": 1}], "execution_count": 1}""") },
        { "deeply nested metadata", Code("""{"cell_type": "code", "metadata": {"deep": @}, "source": "", "outputs": []}""".Replace("@", new string('[', 200) + new string(']', 200), StringComparison.Ordinal)) },
    };

    private static string Code(string cell) => $$$"""{"cells": [{{{cell}}}], "metadata": {"kernelspec": {"name": "csharp"}}, "nbformat": 4, "nbformat_minor": 5}""";
}
