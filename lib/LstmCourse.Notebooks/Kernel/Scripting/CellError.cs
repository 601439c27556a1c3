using System.Collections.Immutable;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>Why a cell failed, as the learner reads it.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">The first thing to read.</param>
/// <param name="Traceback">What is shown: the message, and below it where it happened, in the learner's own code.</param>
internal sealed record CellError(string Name, string Message, ImmutableArray<string> Traceback);
