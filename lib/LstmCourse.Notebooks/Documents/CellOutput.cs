using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Documents;

/// <summary>One output of a code cell, in the four kinds of nbformat 4.</summary>
public abstract record CellOutput;

/// <summary>Text written to standard output or standard error.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, with <c>\n</c> line ends.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value the cell displayed.</summary>
/// <param name="Data">The representations, by MIME type.</param>
public sealed record DisplayOutput(MimeBundle Data) : CellOutput;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The representations, by MIME type.</param>
/// <param name="ExecutionCount">The cell's number in the session.</param>
public sealed record ResultOutput(MimeBundle Data, int? ExecutionCount) : CellOutput;

/// <summary>An exception or a compilation error.</summary>
/// <param name="Name">The exception's type name.</param>
/// <param name="Message">The first thing a reader should see.</param>
/// <param name="Traceback">The lines below it, the learner's frames only.</param>
public sealed record ErrorOutput(string Name, string Message, ImmutableArray<string> Traceback) : CellOutput;
