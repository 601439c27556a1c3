using System.Collections.Immutable;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>Finds and reads the notebooks that a user's arguments name.</summary>
public static class NotebookFinder
{
    private const string Extension = ".ipynb";

    /// <summary>
    /// Reads the given files and every notebook below the given folders, in the order of the arguments and then of their paths.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="currentFolder">What relative paths and the names in reports start from.</param>
    /// <exception cref="FileNotFoundException">A path does not exist, or a folder holds no notebook.</exception>
    /// <exception cref="NotebookFormatException">A file is not a notebook.</exception>
    public static ImmutableArray<NotebookFile> Find(IEnumerable<string> paths, string currentFolder)
    {
        var found = new Dictionary<string, NotebookFile>(StringComparer.Ordinal);
        var copies = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = ImmutableArray.CreateBuilder<NotebookFile>();
        foreach (var (path, copyName) in paths.SelectMany(path => Expand(path, currentFolder)))
        {
            if (found.ContainsKey(path)) continue;
            var displayName = DisplayName(path, currentFolder);
            var file = new NotebookFile(path, displayName, Unique(copyName, copies), Notebook.Parse(File.ReadAllBytes(path), displayName));
            found.Add(path, file);
            files.Add(file);
        }

        return files.ToImmutable();
    }

    private static List<(string Path, string CopyName)> Expand(string argument, string currentFolder)
    {
        var path = Path.GetFullPath(argument, currentFolder);
        if (File.Exists(path)) return [(path, Path.GetFileName(path))];
        if (!Directory.Exists(path)) throw new FileNotFoundException(
            $"{argument} does not exist. Give the path of a notebook or of a folder with notebooks.");

        var notebooks = Directory.EnumerateFiles(path, "*" + Extension, SearchOption.AllDirectories)
            .Where(file => !IsHidden(Path.GetRelativePath(path, file)))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, Path.GetRelativePath(path, file)))
            .ToList();
        return notebooks.Count > 0 ? notebooks
            : throw new FileNotFoundException($"{argument} holds no notebook (*{Extension}). Give another folder or a file.");
    }

    // .ipynb_checkpoints, .git and the like
    private static bool IsHidden(string relativePath) => relativePath.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'));

    private static string DisplayName(string path, string currentFolder)
    {
        var relative = Path.GetRelativePath(currentFolder, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }

    private static string Unique(string copyName, HashSet<string> taken)
    {
        var name = copyName;
        for (var i = 2; !taken.Add(name); i++) name = $"{Path.ChangeExtension(copyName, null)}-{i}{Path.GetExtension(copyName)}";
        return name;
    }
}
