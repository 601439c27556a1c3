using System.Diagnostics.CodeAnalysis;
using LstmCourse.Notebooks.Kernel.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Puts a call of <see cref="LoopGuard"/> into every loop, at the start of every function and into the clauses of queries, so that an
/// interrupt
/// stops them at a point where code may be stopped, and a recursion without end becomes an exception. Nothing moves to another line, so
/// that stack traces stay right. Cleaning up is left alone:
/// finally blocks, finalizers, and what disposes; and so are expression trees, which do not run here.
/// </summary>
/// <remarks>
/// Aborting a thread is only the last resort, because the runtime does not survive every abort on Unix. Properties, operators and
/// constructors
/// have guards in their loops only: they seldom run long, and what cleans up reads properties. Where they call themselves for ever, the
/// compiler's
/// own probes of the stack end that; what those leave out is lambdas and the equality of records.
/// </remarks>
/// <param name="model">What the compiler knows of the code; asking costs time.</param>
/// <param name="mayGuess">Whether a lambda whose expression is a value is taken for a function without asking.</param>
internal sealed class GuardRewriter(Lazy<SemanticModel> model, bool mayGuess = false) : CSharpSyntaxRewriter
{
    /// <summary>The class of the guards as code names it.</summary>
    public const string Guards = $"global::{nameof(LstmCourse)}.{nameof(Notebooks)}.{nameof(Kernel)}.{nameof(Cells)}.{nameof(LoopGuard)}";

    private const string Check = $"{Guards}.{nameof(LoopGuard.Check)}";

    private static readonly StatementSyntax Guard = SyntaxFactory.ParseStatement($"{Check}(); ");
    private static readonly StatementSyntax Entry = SyntaxFactory.ParseStatement($"{Guards}.{nameof(LoopGuard.Enter)}(); ");
    private static readonly StatementSyntax AsyncEntry = SyntaxFactory.ParseStatement($"{Guards}.{nameof(LoopGuard.EnterAsync)}(); ");

    // The space parts it from a keyword before, which a bracket may have followed.
    private static readonly ExpressionSyntax Pass = SyntaxFactory.ParseExpression($" {Check}");

    /// <summary>Whether a lambda was taken for a function without asking, which fails to compile if it is an expression tree.</summary>
    public bool HasGuessed { get; private set; }

    /// <summary>Guards the bodies of loops, and those of functions that are blocks.</summary>
    [return: NotNullIfNotNull(nameof(node))]
    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        return node switch
        {
            StatementSyntax { Parent: WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax } =>
                WithGuard((StatementSyntax)visited!, Guard),
            BlockSyntax { Parent: MethodDeclarationSyntax method } => WithGuard((StatementSyntax)visited!, EntryOf(method.Modifiers)),
            BlockSyntax { Parent: LocalFunctionStatementSyntax function } =>
            WithGuard((StatementSyntax)visited!, EntryOf(function.Modifiers)),
            BlockSyntax { Parent: AnonymousFunctionExpressionSyntax function } =>
            WithGuard((StatementSyntax)visited!, EntryOf(function.Modifiers)),
            _ => visited,
        };
    }

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => SyntaxFactory.Block(Guard, node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Identifier.ValueText is "Dispose" or "DisposeAsync") return node;
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return AsBlock(visited.ExpressionBody, visited.ReturnType, visited.Modifiers) is { } block
            ? visited.WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody(block.WithTrailingTrivia(visited.SemicolonToken.TrailingTrivia))
            : visited;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return AsBlock(visited.ExpressionBody, visited.ReturnType, visited.Modifiers) is { } block
            ? visited.WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody(block.WithTrailingTrivia(visited.SemicolonToken.TrailingTrivia))
            : visited;
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        if (IsTree(node)) return node;
        var visited = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return AsBlock(node, visited.ExpressionBody) is { } made ? visited.WithExpressionBody(null).WithBlock(made) : visited;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        if (IsTree(node)) return node;
        var visited = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return AsBlock(node, visited.ExpressionBody) is { } made ? visited.WithExpressionBody(null).WithBlock(made) : visited;
    }

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        var visited = (RecordDeclarationSyntax)base.VisitRecordDeclaration(node)!;
        return RecordGuard.Of(node, model.Value) is { } contract ? RecordGuard.Put(visited, contract) : visited;
    }

    public override SyntaxNode? VisitQueryExpression(QueryExpressionSyntax node)
    {
        if (!ExpressionTrees.Holds(node, model.Value)) return base.VisitQueryExpression(node);
        return node.WithFromClause(node.FromClause.WithExpression((ExpressionSyntax)Visit(node.FromClause.Expression)!));
    }

    // In a query, let needs no guard, since each of its elements goes on to the next clause, and orderby needs none, since whoever sorts
    // has
    // all elements before the first key is asked for.
    public override SyntaxNode? VisitFromClause(FromClauseSyntax node)
    {
        var visited = (FromClauseSyntax)base.VisitFromClause(node)!;
        // The first one is no function: it is evaluated once.
        return node.Parent is QueryExpressionSyntax ? visited : visited.WithExpression(WithGuard(visited.Expression));
    }

    public override SyntaxNode? VisitJoinClause(JoinClauseSyntax node)
    {
        var visited = (JoinClauseSyntax)base.VisitJoinClause(node)!;
        return visited.WithLeftExpression(WithGuard(visited.LeftExpression)).WithRightExpression(WithGuard(visited.RightExpression));
    }

    public override SyntaxNode? VisitWhereClause(WhereClauseSyntax node)
    {
        var visited = (WhereClauseSyntax)base.VisitWhereClause(node)!;
        return visited.WithCondition(WithGuard(visited.Condition));
    }

    public override SyntaxNode? VisitGroupClause(GroupClauseSyntax node)
    {
        var visited = (GroupClauseSyntax)base.VisitGroupClause(node)!;
        return visited.WithByExpression(WithGuard(visited.ByExpression));
    }

    public override SyntaxNode? VisitSelectClause(SelectClauseSyntax node)
    {
        var visited = (SelectClauseSyntax)base.VisitSelectClause(node)!;
        // The compiler leaves out a select of the element itself, and the query keeps the type of what stands before it: an ordered
        // sequence.
        var isLeftOut = node.Expression is IdentifierNameSyntax && node.Parent
            is QueryBodySyntax { Clauses: [.., not (FromClauseSyntax or JoinClauseSyntax)] }
            && model.Value.GetSymbolInfo(node).Symbol is null;
        return isLeftOut ? visited : visited.WithExpression(WithGuard(visited.Expression));
    }

    public override SyntaxNode? VisitFinallyClause(FinallyClauseSyntax node) => node;

    public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node) => node;

    private static StatementSyntax EntryOf(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword) ? AsyncEntry : Entry;

    private static BlockSyntax WithGuard(StatementSyntax statement, StatementSyntax guard) =>
        statement is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, guard)) : SyntaxFactory.Block(guard, statement);

    // The same type, and the same line.
    private static InvocationExpressionSyntax WithGuard(ExpressionSyntax value)
    {
        var arguments = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value.WithoutTrivia())));
        var call = SyntaxFactory.InvocationExpression(Pass, arguments);
        return call.WithLeadingTrivia(value.GetLeadingTrivia().AddRange(call.GetLeadingTrivia()))
            .WithTrailingTrivia(value.GetTrailingTrivia());
    }

    private bool IsTree(LambdaExpressionSyntax lambda) =>
        lambda.ExpressionBody is not null && !Guesses(lambda) && ExpressionTrees.Holds(lambda, model.Value);

    // What cannot stand as a statement is a value that the lambda returns.
    private bool Guesses(LambdaExpressionSyntax lambda) => mayGuess && !lambda.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && lambda.ExpressionBody is not (InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax
            or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax
            or AwaitExpressionSyntax or ThrowExpressionSyntax
            or { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    // A function that is one expression may call itself, twice even, and so run for ever.
    private static BlockSyntax? AsBlock(ArrowExpressionClauseSyntax? arrow, TypeSyntax returnType, SyntaxTokenList modifiers)
    {
        if (arrow is null or { Expression: ThrowExpressionSyntax }) return null;
        var isAsyncWithoutValue = modifiers.Any(SyntaxKind.AsyncKeyword) && returnType
            is not (GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax });
        var returnsNothing = isAsyncWithoutValue || returnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        // What stands around the arrow stays, since it may hold the end of a line.
        return AsBlock(arrow.Expression, returnsNothing, EntryOf(modifiers))
            .WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia));
    }

    // A parallel loop may call a lambda for ever. Whether its expression is a value only the compiler knows.
    private BlockSyntax? AsBlock(LambdaExpressionSyntax lambda, ExpressionSyntax? body)
    {
        if (body is not null && Guesses(lambda))
        {
            HasGuessed = true;
            return AsBlock(body, returnsNothing: false, Entry);
        }

        if (body is null or ThrowExpressionSyntax || model.Value.GetTypeInfo(lambda).ConvertedType
            is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke }) return null;
        var isAsyncWithoutValue = lambda.Modifiers.Any(SyntaxKind.AsyncKeyword) && invoke.ReturnType
            is not INamedTypeSymbol { IsGenericType: true };
        return AsBlock(body, isAsyncWithoutValue || invoke.ReturnsVoid, EntryOf(lambda.Modifiers));
    }

    private static BlockSyntax AsBlock(ExpressionSyntax expression, bool returnsNothing, StatementSyntax guard)
    {
        var end = SyntaxFactory.Token(SyntaxKind.SemicolonToken);
        StatementSyntax only = returnsNothing
            ? SyntaxFactory.ExpressionStatement(expression, end)
            : SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                expression, end);
        return SyntaxFactory.Block(guard, only);
    }
}
