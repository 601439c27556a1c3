using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>A notebook file that is to be executed.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="DisplayName">How reports call it: its path from the current folder, with forward slashes.</param>
/// <param name="CopyName">The relative path of its executed copy; no two files of a run share one.</param>
/// <param name="Notebook">Its content.</param>
public sealed record NotebookFile(string Path, string DisplayName, string CopyName, Notebook Notebook)
{
    /// <summary>The folder the file lies in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
