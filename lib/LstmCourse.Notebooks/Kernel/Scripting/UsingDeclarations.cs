using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// <c>using var x = …;</c> at the top of a cell, which scripts do not have: their variables live on. The compiler takes it for an
/// import and
/// says what is wrong with that.
/// </summary>
internal static class UsingDeclarations
{
#pragma warning disable RS2008 // This is no analyzer that is released.
    private static readonly DiagnosticDescriptor NotHere = new(
        "CELL001",
        "using declaration",
        "a variable at the top of a cell lives on and cannot be declared with 'using': write using ({0}) {{ … }}, or move it into a method",
        "Compiler",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
#pragma warning restore RS2008

    /// <summary>One finding for each that the compiler has misread.</summary>
    public static IEnumerable<Diagnostic> Find(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var import in tree.GetCompilationUnitRoot(cancellationToken).Usings)
        {
            if (!import.SemicolonToken.IsMissing || import.GetLastToken().GetNextToken()
                is not { RawKind: (int)SyntaxKind.IdentifierToken } name) continue;
            if (name.GetNextToken().IsKind(SyntaxKind.EqualsToken)) yield return Diagnostic.Create(NotHere, import.GetLocation(),
                $"{import.NamespaceOrType} {name} = …");
        }
    }
}
