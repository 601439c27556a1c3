namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>How places in the learner's code are named: cells by number, scripts by file name; folders differ between machines.</summary>
internal static class SourceNames
{
    public static string Short(string path) => IsCell(path) ? path : Path.GetFileName(path);

    public static bool IsCell(string path) => path.StartsWith("cell ", StringComparison.Ordinal);

    /// <summary>Whether a file is the learner's: a cell or a loaded script.</summary>
    public static bool IsLearners(string? path) => path is not null && (IsCell(path) || path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase));
}
