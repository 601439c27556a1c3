using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Documents;

/// <summary>One cell of a notebook.</summary>
/// <param name="Index">The cell's place in the notebook, from 0.</param>
/// <param name="Id">The cell's id, which nbformat knows since 4.5; null in older files.</param>
/// <param name="Source">The text, with <c>\n</c> line ends.</param>
/// <param name="Metadata">Everything under <c>metadata</c>.</param>
public abstract record Cell(int Index, string? Id, string Source, JsonObject Metadata)
{
    /// <summary>The words under <c>metadata.tags</c>.</summary>
    public IEnumerable<string> Tags => Metadata["tags"] is JsonArray tags
        ? tags.OfType<JsonValue>().Where(tag => tag.GetValueKind() == System.Text.Json.JsonValueKind.String)
            .Select(tag => tag.GetValue<string>())
        : [];

    /// <summary>Whether the cell carries a tag.</summary>
    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);
}

/// <summary>Text in Markdown.</summary>
/// <inheritdoc cref="Cell"/>
public sealed record MarkdownCell(int Index, string? Id, string Source, JsonObject Metadata) : Cell(Index, Id, Source, Metadata);

/// <summary>Text that no front end interprets.</summary>
/// <inheritdoc cref="Cell"/>
public sealed record RawCell(int Index, string? Id, string Source, JsonObject Metadata) : Cell(Index, Id, Source, Metadata);

/// <summary>Code with its outputs.</summary>
/// <inheritdoc cref="Cell"/>
/// <param name="Index">The cell's place in the notebook, from 0.</param>
/// <param name="Id">The cell's id, which nbformat knows since 4.5; null in older files.</param>
/// <param name="Source">The text, with <c>\n</c> line ends.</param>
/// <param name="Metadata">Everything under <c>metadata</c>.</param>
/// <param name="Number">
/// The number that front ends show in brackets beside the cell when the notebook is run from top to bottom; null for a blank cell, which
/// they do not execute.
/// </param>
/// <param name="Outputs">The outputs stored in the file.</param>
/// <param name="ExecutionCount">The number stored in the file.</param>
public sealed record CodeCell(
    int Index,
    string? Id,
    string Source,
    JsonObject Metadata,
    int? Number,
    ImmutableArray<CellOutput> Outputs,
    int? ExecutionCount) : Cell(Index, Id, Source, Metadata);
