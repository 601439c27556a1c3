using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>A compiled cell: where it stands in the chain of cells, and how to run it.</summary>
/// <param name="Compilation">What later cells are compiled against.</param>
/// <param name="Run">Runs it with the states of the cells before; null if there is nothing to run.</param>
/// <param name="HasValue">Whether the cell ends in an expression that has a value.</param>
/// <param name="Warnings">What the compiler found odd.</param>
internal sealed record Submission(
    CSharpCompilation Compilation, Func<object?[], Task<object?>>? Run, bool HasValue, IReadOnlyList<Diagnostic> Warnings);

/// <summary>A cell that does not compile.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors) : Exception("the cell does not compile")
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
