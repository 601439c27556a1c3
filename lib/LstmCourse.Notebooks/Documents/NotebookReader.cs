using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LstmCourse.Notebooks.Documents.Syntax;

namespace LstmCourse.Notebooks.Documents;

/// <summary>Reads notebooks and refuses, in one line that says what to do, what is not one.</summary>
internal static class NotebookReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Notebook Read(ReadOnlySpan<byte> content, string name)
    {
        var hasMark = content.StartsWith(Encoding.UTF8.Preamble);
        try
        {
            return Read(StrictUtf8.GetString(hasMark ? content[3..] : content), hasMark, name);
        }
        catch (DecoderFallbackException)
        {
            throw new NotebookFormatException($"{name} is not a notebook: it is not UTF-8 text. Save it again as UTF-8, or restore it.");
        }
    }

    public static Notebook Read(string text, bool hasByteOrderMark, string name)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new NotebookFormatException(
            $"{name} is empty. Restore it from version control or a backup.");
        var root = ParseRoot(text, name);
        var minor = RequireFormat4(root, name);
        if (root["cells"] is not JsonArraySyntax cells)
        {
            throw new NotebookFormatException($"{name} is not a notebook: it has no list of cells. Restore it, or choose an .ipynb file.");
        }

        return new Notebook(name, text, hasByteOrderMark, root, minor, ReadCells(cells, name));
    }

    private static JsonObjectSyntax ParseRoot(string text, string name)
    {
        try
        {
            return JsonSyntaxParser.Parse(text) as JsonObjectSyntax
                ?? throw new NotebookFormatException($"{name} is not a notebook: its JSON is not an object. Choose an .ipynb file.");
        }
        catch (JsonSyntaxException e) when (e.IsCutOff && text.TrimStart().StartsWith('{'))
        {
            throw new NotebookFormatException(
                $"{name} is cut off: it ends in line {e.Line} inside the JSON. Restore it from version control or a backup.");
        }
        catch (JsonSyntaxException e)
        {
            throw new NotebookFormatException(
                $"{name} is not a notebook: no valid JSON at {e.Message}. Mend that place, or choose an .ipynb file.");
        }
    }

    private static int RequireFormat4(JsonObjectSyntax root, string name)
    {
        var major = WholeNumber(root["nbformat"])
            ?? throw new NotebookFormatException($"{name} is not a notebook: it does not state its nbformat. Choose an .ipynb file.");
        if (major < 4)
        {
            throw new NotebookFormatException(
                $"{name} is in the old notebook format {major}, expected 4. Convert it with: jupyter nbconvert --to notebook --inplace "
                    + "\"{name}\"");
        }

        if (major > 4)
        {
            throw new NotebookFormatException(
                $"{name} is in the notebook format {major}, newer than the 4 this program knows. Save it as nbformat 4.");
        }

        return WholeNumber(root["nbformat_minor"]) ?? 0;
    }

    private static ImmutableArray<Cell> ReadCells(JsonArraySyntax syntax, string name)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>(syntax.Elements.Length);
        var executed = 0;
        foreach (var element in syntax.Elements)
        {
            try
            {
                cells.Add(ReadCell(element, cells.Count, ref executed));
            }
            catch (FormatException e)
            {
                throw new NotebookFormatException(
                    $"{name} is damaged: in cell {cells.Count + 1} of {syntax.Elements.Length}, {e.Message}. Restore it from version "
                        + "control or a backup.");
            }
        }

        return cells.MoveToImmutable();
    }

    private static Cell ReadCell(JsonSyntax syntax, int index, ref int executed)
    {
        if (syntax is not JsonObjectSyntax cell) throw new FormatException("there is something other than an object");
        var type = (cell["cell_type"] as JsonStringSyntax)?.Value ?? throw new FormatException("'cell_type' is missing");
        var id = (cell["id"] as JsonStringSyntax)?.Value;
        var source = CellOutputJson.Lines(cell["source"]?.ToNode(), "source").Replace("\r\n", "\n", StringComparison.Ordinal);
        var metadata = (cell["metadata"] as JsonObjectSyntax)?.ToObject() ?? [];
        switch (type)
        {
            case "markdown": return new MarkdownCell(index, id, source, metadata);
            case "raw": return new RawCell(index, id, source, metadata);
            case "code":
                int? number = string.IsNullOrWhiteSpace(source) ? null : ++executed;
                var count = CellOutputJson.ReadCount(cell["execution_count"]?.ToNode());
                return new CodeCell(index, id, source, metadata, number, ReadOutputs(cell["outputs"]), count);
            default: throw new FormatException($"'cell_type' is '{type}', expected code, markdown or raw");
        }
    }

    private static ImmutableArray<CellOutput> ReadOutputs(JsonSyntax? syntax) => syntax switch
    {
        null => [],
        JsonArraySyntax array => [.. array.Elements.Select(element => CellOutputJson.Read(element.ToNode()))],
        _ => throw new FormatException("'outputs' is not a list"),
    };

    private static int? WholeNumber(JsonSyntax? syntax) =>
        syntax is JsonNumberSyntax number
            && int.TryParse(number.Spelling, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
