using LstmCourse.Notebooks.Kernel.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Puts a call of <see cref="LoopGuard"/> into every loop and at the start of every function of a cell, so that an interrupt stops them at a
/// point where code may be stopped. Nothing moves to another line, so that stack traces stay right. Cleaning up is left alone: finally
/// blocks, finalizers, and what disposes.
/// </summary>
/// <remarks>Aborting a thread is only the last resort, because the runtime does not survive every abort on Unix.</remarks>
internal sealed class GuardRewriter(Lazy<SemanticModel> model) : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax Guard = SyntaxFactory.ParseStatement($"global::{typeof(LoopGuard).FullName}.{nameof(LoopGuard.Check)}(); ");

    /// <summary>A compilation's last tree, the cell itself, with guards.</summary>
    public static SyntaxTree Rewrite(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var tree = compilation.SyntaxTrees[^1];
        var root = tree.GetCompilationUnitRoot(cancellationToken);
        var guarded = new GuardRewriter(new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree))).Visit(root);
        return ReferenceEquals(guarded, root) ? tree : tree.WithChangedText(SourceText.From(guarded.ToFullString(), tree.Encoding));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var visited = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return visited.WithStatement(WithGuard(visited.Statement));
    }

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node)
    {
        var visited = (DoStatementSyntax)base.VisitDoStatement(node)!;
        return visited.WithStatement(WithGuard(visited.Statement));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithStatement(WithGuard(visited.Statement));
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return visited.WithStatement(WithGuard(visited.Statement));
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var visited = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return visited.WithStatement(WithGuard(visited.Statement));
    }

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => SyntaxFactory.Block(Guard, node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Identifier.ValueText is "Dispose" or "DisposeAsync") return node;
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        if (visited.Body is { } body) return visited.WithBody(WithGuard(body));
        return AsBlock(visited.ExpressionBody, visited.ReturnType, visited.Modifiers) is { } block
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(visited.SemicolonToken.TrailingTrivia))
            : visited;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        if (visited.Body is { } body) return visited.WithBody(WithGuard(body));
        return AsBlock(visited.ExpressionBody, visited.ReturnType, visited.Modifiers) is { } block
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(visited.SemicolonToken.TrailingTrivia))
            : visited;
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var visited = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        if (visited.Block is { } block) return visited.WithBlock(WithGuard(block));
        return AsBlock(node, visited.ExpressionBody!) is { } made ? visited.WithExpressionBody(null).WithBlock(made) : visited;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var visited = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        if (visited.Block is { } block) return visited.WithBlock(WithGuard(block));
        return AsBlock(node, visited.ExpressionBody!) is { } made ? visited.WithExpressionBody(null).WithBlock(made) : visited;
    }

    public override SyntaxNode? VisitFinallyClause(FinallyClauseSyntax node) => node;

    public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node) => node;

    private static BlockSyntax WithGuard(BlockSyntax block) => block.WithStatements(block.Statements.Insert(0, Guard));

    private static BlockSyntax WithGuard(StatementSyntax statement) =>
        statement is BlockSyntax block ? WithGuard(block) : SyntaxFactory.Block(Guard, statement);

    // A function that is one expression may call itself, twice even, and so run for ever.
    private static BlockSyntax? AsBlock(ArrowExpressionClauseSyntax? arrow, TypeSyntax returnType, SyntaxTokenList modifiers)
    {
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return null;
        var isAsyncWithoutValue = modifiers.Any(SyntaxKind.AsyncKeyword) && returnType is not (GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax });
        var returnsNothing = isAsyncWithoutValue || returnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        // What stands around the arrow stays, since it may hold the end of a line.
        return AsBlock(arrow.Expression, returnsNothing).WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia));
    }

    // A parallel loop may call a lambda for ever. Whether its expression is a value only the compiler knows.
    private BlockSyntax? AsBlock(LambdaExpressionSyntax lambda, ExpressionSyntax body)
    {
        if (body is ThrowExpressionSyntax || model.Value.GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke }) return null;
        var isAsyncWithoutValue = lambda.Modifiers.Any(SyntaxKind.AsyncKeyword) && invoke.ReturnType is not INamedTypeSymbol { IsGenericType: true };
        return AsBlock(body, isAsyncWithoutValue || invoke.ReturnsVoid);
    }

    private static BlockSyntax AsBlock(ExpressionSyntax expression, bool returnsNothing)
    {
        var end = SyntaxFactory.Token(SyntaxKind.SemicolonToken);
        StatementSyntax only = returnsNothing
            ? SyntaxFactory.ExpressionStatement(expression, end)
            : SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression, end);
        return SyntaxFactory.Block(Guard, only);
    }
}
