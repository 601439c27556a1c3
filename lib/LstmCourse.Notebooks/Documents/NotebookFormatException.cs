namespace LstmCourse.Notebooks.Documents;

/// <summary>A file is not a notebook that this program can read.</summary>
/// <param name="message">One line: the file, what is wrong with it, and what to do.</param>
public sealed class NotebookFormatException(string message) : Exception(message);
