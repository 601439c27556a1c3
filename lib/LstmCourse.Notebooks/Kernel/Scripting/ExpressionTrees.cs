using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Tells which code is not run but handed over as a tree, for example to be translated to SQL: nothing may be put into it.
/// </summary>
internal static class ExpressionTrees
{
    /// <summary>Whether a lambda is made into a tree.</summary>
    public static bool Holds(LambdaExpressionSyntax lambda, SemanticModel model) => IsTree(model.GetTypeInfo(lambda).ConvertedType);

    /// <summary>Whether any clause of a query is made into a tree; those of a query inside it are not looked at.</summary>
    public static bool Holds(QueryExpressionSyntax query, SemanticModel model) =>
        Operations(query.Body, model).OfType<IMethodSymbol>().Any(method => method.Parameters.Any(p => IsTree(p.Type)));

    private static bool IsTree(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", IsGenericType: true } named
        && named.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions";

    // The methods that the compiler calls for the clauses.
    private static IEnumerable<ISymbol?> Operations(QueryBodySyntax body, SemanticModel model)
    {
        foreach (var clause in body.Clauses)
        {
            if (clause is OrderByClauseSyntax order)
            {
                foreach (var ordering in order.Orderings) yield return model.GetSymbolInfo(ordering).Symbol;
            }
            else
            {
                yield return model.GetQueryClauseInfo(clause).OperationInfo.Symbol;
            }
        }

        yield return model.GetSymbolInfo(body.SelectOrGroup).Symbol;
        if (body.Continuation is not { } next) yield break;
        foreach (var operation in Operations(next.Body, model)) yield return operation;
    }
}
