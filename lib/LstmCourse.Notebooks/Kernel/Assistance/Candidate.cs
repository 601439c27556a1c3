using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>A completion with its place among the others: lower ranks come first.</summary>
internal readonly record struct Candidate(Completion Completion, int Rank)
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    public static Candidate Of(ISymbol symbol, int rank)
    {
        var isKeyword = SyntaxFacts.GetKeywordKind(symbol.Name) != SyntaxKind.None;
        return new Candidate(new Completion(isKeyword ? "@" + symbol.Name : symbol.Name, KindOf(symbol), Describe(symbol)), rank);
    }

    /// <summary>A symbol in one line of C#, without the invented class that a cell's declarations stand in.</summary>
    public static string Describe(ISymbol symbol)
    {
        var format = symbol.ContainingType?.IsScriptClass == true
            ? Signature.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType) : Signature;
        return symbol.ToDisplayString(format);
    }

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enumMember",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol => "field",
        IEventSymbol => "event",
        INamespaceSymbol => "module",
        ITypeParameterSymbol => "typeParameter",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol => "class",
        _ => "variable",
    };
}
