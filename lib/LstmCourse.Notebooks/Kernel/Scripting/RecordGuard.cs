using LstmCourse.Notebooks.Kernel.Cells;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Guards the equality and the hash code that the compiler makes for a record, so that a cycle of records is an exception and not the end
/// of
/// the process: both ask for the record's <c>EqualityContract</c>, which a record may write itself.
/// </summary>
internal static class RecordGuard
{
    private const string Name = "EqualityContract";

    /// <summary>The property to add, or null where the record has one, or is a struct, which has none.</summary>
    public static MemberDeclarationSyntax? Of(RecordDeclarationSyntax node, SemanticModel model)
    {
        if (node.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) || model.GetDeclaredSymbol(node)
            is not INamedTypeSymbol record) return null;
        // One part of a record in several parts is enough.
        if (record.DeclaringSyntaxReferences is not [var first, ..] || first.GetSyntax() != node) return null;
        if (record.GetMembers(Name).Any(member => !member.IsImplicitlyDeclared)) return null;
        var access = record switch
        {
            { BaseType.IsRecord: true } => "protected override",
            { IsSealed: true } => "private",
            _ => "protected virtual",
        };
        var type = $"{node.Identifier}{node.TypeParameterList?.WithoutTrivia()}";
        var body = $"get {{ {GuardRewriter.Guards}.{nameof(LoopGuard.Enter)}(); return typeof({type}); }}";
        return SyntaxFactory.ParseMemberDeclaration($" {access} global::System.Type {Name} {{ {body} }} ");
    }

    /// <summary>The record with the property as its last member, on the line where it ends.</summary>
    public static RecordDeclarationSyntax Put(RecordDeclarationSyntax record, MemberDeclarationSyntax contract)
    {
        if (!record.SemicolonToken.IsKind(SyntaxKind.SemicolonToken)
            || record.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken)) return record.AddMembers(contract);
        var close = SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(record.SemicolonToken.TrailingTrivia);
        return record.WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(record.SemicolonToken.LeadingTrivia))
            .WithMembers([contract])
            .WithCloseBraceToken(close);
    }
}
