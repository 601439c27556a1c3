using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Tests.Execution;

/// <summary>Makes notebooks for tests.</summary>
internal static class Notebooks
{
    /// <summary>A notebook of code cells without outputs.</summary>
    public static Notebook Of(params string[] cells) => Of([.. cells.Select(cell => Code(cell))]);

    public static Notebook Of(params JsonObject[] cells)
    {
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5
        };
        return Notebook.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), "test.ipynb");
    }

    public static JsonObject Code(string source, string[]? tags = null, double? tolerance = null, params CellOutput[] outputs)
    {
        var metadata = new JsonObject();
        if (tags is not null) metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        if (tolerance is { } number) metadata["lstmcourse"] = new JsonObject { ["tolerance"] = number };
        return new JsonObject
        {
            ["cell_type"] = "code",
            ["metadata"] = metadata,
            ["source"] = source,
            ["execution_count"] = null,
            ["outputs"] = new JsonArray([.. outputs.Select(CellOutputJson.Write)]),
        };
    }

    public static JsonObject Markdown(string source) =>
        new() { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = source };

    /// <summary>A code cell with committed outputs, on its own.</summary>
    public static CodeCell Cell(string[]? tags = null, double? tolerance = null, params CellOutput[] outputs) =>
        Of(Code("x", tags, tolerance, outputs)).CodeCells.Single();

    public static string Text(ImmutableArray<CellOutput> outputs) => string.Join('|', outputs.Select(output => output switch
    {
        StreamOutput stream => $"{stream.Name}:{stream.Text.Replace("\n", "/", StringComparison.Ordinal)}",
        DisplayOutput display => $"display:{display.Data["text/plain"]}",
        ResultOutput result => $"result[{result.ExecutionCount}]:{result.Data["text/plain"]}",
        ErrorOutput error => $"error:{error.Name}: {error.Message}",
        _ => "?",
    }));
}
