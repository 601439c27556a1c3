namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>Where a path in a <c>#r</c> or <c>#load</c> may point to.</summary>
internal static class ScriptFiles
{
    /// <summary>The full paths to try: beside the script that names the file, then in the notebook's folder.</summary>
    public static IEnumerable<string> Candidates(string path, string? baseFilePath, string notebookFolder)
    {
        if (path.Length == 0 || path.Contains('\0')) yield break;
        if (Path.IsPathRooted(path))
        {
            yield return Path.GetFullPath(path);
            yield break;
        }

        // A cell's own name ("cell 7") is no path; a loaded script's is.
        if (baseFilePath is not null && Path.IsPathRooted(baseFilePath))
        {
            yield return Path.GetFullPath(path, Path.GetDirectoryName(baseFilePath)!);
        }

        yield return Path.GetFullPath(path, notebookFolder);
    }
}
