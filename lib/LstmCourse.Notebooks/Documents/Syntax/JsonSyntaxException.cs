namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>A text is not JSON.</summary>
internal sealed class JsonSyntaxException(string problem, int line, int column, bool isCutOff)
    : Exception($"line {line}, column {column}: {problem}")
{
    /// <summary>True when the text ends before its value does, as after an interrupted download or copy.</summary>
    public bool IsCutOff { get; } = isCutOff;

    public int Line { get; } = line;
}
