using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>A compiled cell: where it stands in the chain of cells, and how to run it.</summary>
/// <param name="Compilation">What later cells are compiled against.</param>
/// <param name="Run">Runs it with the states of the cells before; null if there is nothing to run.</param>
/// <param name="EndsInExpression">Whether the last line is an expression without a semicolon.</param>
/// <param name="Warnings">What the compiler found odd.</param>
internal sealed record Submission(
    CSharpCompilation Compilation, Func<object?[], Task<object?>>? Run, bool EndsInExpression, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Whether a result of the run is the value of the cell's last expression, and not just the end of its statements.</summary>
    public bool HasValue(object? result)
    {
        if (!EndsInExpression) return false;
        if (result is not null) return true;
        // Null may be a value, or stand for none; only the compiler knows, and asking it takes a while.
        var tree = Compilation.SyntaxTrees[^1];
        var last = (ExpressionStatementSyntax)((GlobalStatementSyntax)tree.GetCompilationUnitRoot().Members[^1]).Statement;
        return Compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
    }
}

/// <summary>A cell that does not compile.</summary>
internal sealed class CompilationFailedException(IReadOnlyList<Diagnostic> errors) : Exception("the cell does not compile")
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
