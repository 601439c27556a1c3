using System.Globalization;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>How places in the learner's code are named: cells by number, scripts by file name; folders differ between machines.</summary>
internal static class SourceNames
{
    public static string Short(string path) => IsCell(path) ? path : Path.GetFileName(path);

    public static bool IsCell(string path) => path.StartsWith("cell ", StringComparison.Ordinal);

    /// <summary>The number of the cell that a file name stands for, or null.</summary>
    public static int? CellNumber(string? path) =>
        path is not null && IsCell(path) && int.TryParse(path.AsSpan("cell ".Length), CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>Whether a file is the learner's: a cell or a loaded script.</summary>
    public static bool IsLearners(string? path) =>
        path is not null && (IsCell(path) || path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase));
}
