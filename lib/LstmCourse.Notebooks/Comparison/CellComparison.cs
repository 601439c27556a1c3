using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>
/// What of a cell's outputs is compared. A cell asks for less than everything by <c>"lstmcourse": {"compare": …}</c> in its metadata.
/// </summary>
internal enum CellComparison
{
    /// <summary>Everything, with the cell's tolerance.</summary>
    Full,

    /// <summary><c>"shape"</c>: kinds of outputs and numbers of lines, for sampled texts.</summary>
    Shape,

    /// <summary>
    /// <c>"trained"</c>: everything where the mathematics are those that the outputs come from, elsewhere the kinds of outputs. Training
    /// makes another network of other last bits.
    /// </summary>
    Trained,
}

/// <summary>Reads <see cref="CellComparison"/>.</summary>
internal static class CellComparisons
{
    /// <summary>The comparison that a cell asks for.</summary>
    /// <exception cref="NotebookFormatException">The metadata ask for a comparison that does not exist.</exception>
    public static CellComparison Of(Cell cell)
    {
        if ((cell.Metadata["lstmcourse"] as JsonObject)?["compare"] is not { } setting) return CellComparison.Full;
        return (setting is JsonValue value && value.TryGetValue<string>(out var word) ? word : null) switch
        {
            "shape" => CellComparison.Shape,
            "trained" => CellComparison.Trained,
            _ => throw new NotebookFormatException(
                $"cell {cell.Index + 1} of the notebook: expected \"compare\": \"shape\" or \"trained\", got {setting.ToJsonString()}"),
        };
    }
}
