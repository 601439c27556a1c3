using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Explains what stands at the cursor: signature, documentation, and the value of a variable.</summary>
internal static class Inspector
{
    /// <summary>Explains what stands at a place in the code; null if that is nothing with a meaning of its own.</summary>
    /// <param name="compilation">The session with the code as its last cell.</param>
    /// <param name="position">The cursor, as an index into the text.</param>
    /// <param name="valueOf">Gives the value of one of the session's variables as text, or null.</param>
    public static Inspection? Inspect(CSharpCompilation compilation, int position, Func<string, string?> valueOf)
    {
        var tree = compilation.SyntaxTrees[^1];
        var model = compilation.GetSemanticModel(tree);
        var symbols = Tokens(tree.GetRoot(), position).Select(t => SymbolsAt(t, model)).FirstOrDefault(s => s.Count > 0);
        if (symbols is null) return null;

        var documented = symbols.FirstOrDefault(s => DocumentationComment.Of(s, compilation) is not null) ?? symbols[0];
        var explanation = new Explanation(Candidate.Describe(documented));
        if (documented is IFieldSymbol { ContainingType.IsScriptClass: true } && valueOf(documented.Name)
            is { } value) explanation.AddValue(value);
        if (DocumentationComment.Of(documented, compilation) is { } comment) explanation.AddDocumentation(comment);
        if (symbols.Count > 1) explanation.AddOverloads(symbols.Count - 1);
        return explanation.ToInspection();
    }

    // The word at the cursor, or the one that has just been written, or what is being called.
    private static IEnumerable<SyntaxToken> Tokens(SyntaxNode root, int position)
    {
        var end = root.FullSpan.End;
        if (position < end && root.FindToken(position) is var at && at.Span.Contains(position)) yield return at;
        if (position > 0 && root.FindToken(position - 1) is var before && before.Span.Contains(position - 1)) yield return before;
        var called = root.FindToken(Math.Clamp(position - 1, 0, Math.Max(0, end - 1))).Parent?.AncestorsAndSelf()
            .OfType<ArgumentListSyntax>().FirstOrDefault();
        if (called?.Parent is InvocationExpressionSyntax invocation) yield return NameOf(invocation.Expression).GetLastToken();
        else if (called?.Parent is ObjectCreationExpressionSyntax creation) yield return NameOf(creation.Type).GetLastToken();
    }

    private static SyntaxNode NameOf(SyntaxNode expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        QualifiedNameSyntax name => name.Right,
        _ => expression,
    };

    private static List<ISymbol> SymbolsAt(SyntaxToken token, SemanticModel model)
    {
        if (token.Parent is not { } node || !(token.IsKind(SyntaxKind.IdentifierToken) || node is PredefinedTypeSyntax)) return [];
        if (node is GenericNameSyntax or IdentifierNameSyntax or PredefinedTypeSyntax)
        {
            // In new T(…) the constructor is meant, which has the documentation of its parameters.
            var meant = node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node ? (SyntaxNode)creation : node;
            var info = model.GetSymbolInfo(meant);
            if (info.Symbol is { } symbol) return [symbol, .. OthersOf(symbol)];
            if (info.CandidateSymbols.Length > 0) return [.. info.CandidateSymbols];
            return [.. model.GetMemberGroup(node)];
        }

        return model.GetDeclaredSymbol(node) is { } declared ? [declared] : [];
    }

    private static IEnumerable<ISymbol> OthersOf(ISymbol symbol) =>
        symbol is IMethodSymbol { ContainingType: { } type } method
            ? type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(m =>
                !SymbolEqualityComparer.Default.Equals(m, method.OriginalDefinition) && m.DeclaredAccessibility == Accessibility.Public)
            : [];
}
