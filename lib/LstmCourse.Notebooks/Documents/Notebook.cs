using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents.Syntax;

namespace LstmCourse.Notebooks.Documents;

/// <summary>
/// A notebook in nbformat 4, together with the exact text it was read from. It never changes; an edit gives a new notebook whose text
/// differs in the edited places only, so that whatever else a file holds survives.
/// </summary>
public sealed class Notebook
{
    private readonly JsonObjectSyntax _root;
    private readonly bool _hasByteOrderMark;

    internal Notebook(string name, string text, bool hasByteOrderMark, JsonObjectSyntax root, int formatMinor, ImmutableArray<Cell> cells)
    {
        (Name, Text, _hasByteOrderMark, _root, FormatMinor, Cells) = (name, text, hasByteOrderMark, root, formatMinor, cells);
        Metadata = (root["metadata"] as JsonObjectSyntax)?.ToObject() ?? [];
    }

    /// <summary>The path or other name it was read under; it stands in error messages.</summary>
    public string Name { get; }

    /// <summary>The file's text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The second part of the format's number: 5 in nbformat 4.5.</summary>
    public int FormatMinor { get; }

    /// <summary>The cells from top to bottom.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>The code cells from top to bottom.</summary>
    public IEnumerable<CodeCell> CodeCells => Cells.OfType<CodeCell>();

    /// <summary>Everything under <c>metadata</c>.</summary>
    public JsonObject Metadata { get; }

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook in nbformat 4.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Notebook Read(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads a notebook from the bytes of a file.</summary>
    /// <param name="content">UTF-8 text, with or without a byte order mark.</param>
    /// <param name="name">The name that stands in error messages.</param>
    /// <exception cref="NotebookFormatException">The bytes are not a notebook in nbformat 4.</exception>
    public static Notebook Parse(ReadOnlySpan<byte> content, string name) => NotebookReader.Read(content, name);

    /// <summary>The bytes of the file: for an unedited notebook, the bytes it was read from.</summary>
    public byte[] ToBytes() => [.. _hasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(Text)];

    /// <summary>Writes the notebook to a file in one step: whoever looks sees the old file or the new one.</summary>
    /// <exception cref="IOException">The file cannot be written; if there was one, it is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string path) => AtomicFile.WriteAllBytes(path, ToBytes());

    /// <summary>A copy with one more code cell, which nothing has executed.</summary>
    /// <param name="index">Its place, from 0 to the number of cells.</param>
    /// <param name="source">Its text.</param>
    /// <param name="tag">A tag for its metadata.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Notebook WithCodeCell(int index, string source, string tag)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Cells.Length);
        var cell = new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        };
        if (FormatMinor >= 5) cell["id"] = FreeId(tag);
        var array = (JsonArraySyntax)_root["cells"]!;
        var written = JsonStyleWriter.Write(cell, JsonStyle.Of(Text, _root), indentation: null);
        var edit = (array.Elements, index) switch
        {
            ([], _) => new TextEdit(array.Start, array.End, $"[{written}]"),
            (_, 0) => new TextEdit(array.Elements[0].Start, array.Elements[0].Start, $"{written},\n"),
            _ => new TextEdit(array.Elements[index - 1].End, array.Elements[index - 1].End, $",\n{written}"),
        };
        return NotebookReader.Read(TextEdit.Apply(Text, [edit]), _hasByteOrderMark, Name);
    }

    private string FreeId(string wanted)
    {
        var id = wanted;
        for (var i = 2; Cells.Any(cell => cell.Id == id); i++) id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{i}");
        return id;
    }

    /// <summary>
    /// A copy in which some code cells have other outputs. A cell whose outputs already are the given ones keeps its exact text.
    /// </summary>
    /// <param name="results">The new outputs and execution counts by <see cref="Cell.Index"/>.</param>
    /// <exception cref="ArgumentException">An index is not that of a code cell.</exception>
    public Notebook WithOutputs(IReadOnlyDictionary<int, CellResult> results)
    {
        var style = JsonStyle.Of(Text, _root);
        var cells = ((JsonArraySyntax)_root["cells"]!).Elements;
        var edits = new List<TextEdit>();
        foreach (var (index, result) in results)
        {
            if (index < 0 || index >= Cells.Length || Cells[index] is not CodeCell)
            {
                throw new ArgumentException($"expected the index of a code cell, got {index}", nameof(results));
            }

            var outputs = new JsonArray([.. result.Outputs.Select(CellOutputJson.Write)]);
            var editor = new CellEditor(Text, (JsonObjectSyntax)cells[index], style);
            editor.Set("execution_count", result.ExecutionCount);
            editor.Set("outputs", outputs);
            edits.AddRange(editor.Edits);
        }

        if (edits.Count == 0) return this;
        var text = TextEdit.Apply(Text, edits);
        return NotebookReader.Read(text, _hasByteOrderMark, Name);
    }
}
