using LstmCourse.Notebooks.Kernel.Scripting;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Completes the paths in <c>#r "…"</c> and <c>#load "…"</c>.</summary>
internal static class PathCompleter
{
    /// <summary>The files and folders that could stand at the cursor; null if it is in no such path.</summary>
    public static Completions? Complete(string code, int position, string notebookFolder)
    {
        var lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var line = code.AsSpan(lineStart, position - lineStart);
        var directive = line.TrimStart();
        var extension = directive.StartsWith("#r ", StringComparison.Ordinal) ? ".dll"
            : directive.StartsWith("#load ", StringComparison.Ordinal) ? ".csx" : null;
        var quote = line.IndexOf('"');
        if (extension is null || quote < 0 || line[(quote + 1)..].Contains('"')) return null;

        var typed = line[(quote + 1)..].ToString();
        var nameStart = typed.LastIndexOfAny(['/', '\\']) + 1;
        var end = position;
        while (end < code.Length && code[end] is not ('"' or '\n' or '\r')) end++;
        return new Completions(position - (typed.Length - nameStart), end,
            [.. Entries(typed[..nameStart], typed[nameStart..], extension, notebookFolder)]);
    }

    private static IEnumerable<Completion> Entries(string folder, string name, string extension, string notebookFolder)
    {
        var path = folder.Length == 0 ? notebookFolder : ScriptFiles.Candidates(folder, null, notebookFolder).FirstOrDefault();
        if (path is null || !Directory.Exists(path)) return [];
        try
        {
            var entries = new DirectoryInfo(path).EnumerateFileSystemInfos()
                .Where(e =>
                    e.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (name.StartsWith('.') || !e.Name.StartsWith('.')))
                .OrderBy(e => e.Name, StringComparer.OrdinalIgnoreCase);
            return [.. entries.Where(e => e is DirectoryInfo || e.Extension == extension)
                .Select(e => e is DirectoryInfo ? new Completion(e.Name + "/", "folder") : new Completion(e.Name, "file"))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
