using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>What can stand behind a dot.</summary>
internal static class MemberLookup
{
    /// <summary>The members of a value, a type or a namespace.</summary>
    public static IEnumerable<Candidate> Of(SyntaxNode left, SemanticModel model, int position)
    {
        var symbol = model.GetSymbolInfo(left) is var info && info.Symbol is { } found ? found : info.CandidateSymbols.FirstOrDefault();
        if (symbol is INamespaceSymbol space) return Order(space.GetMembers().Where(m => IsReachable(m, model)), null);
        if (symbol is ITypeSymbol type) return Order(model.LookupStaticMembers(position, type)
            .Concat(model.LookupNamespacesAndTypes(position, type)), type);
        // A name before a dot at the start of a line may be read as a type that does not exist, although it is a variable.
        var value = model.GetTypeInfo(left).Type is { TypeKind: not TypeKind.Error } known ? known : TypeOf(symbol)
            ?? VariableNamed(left, model, position);
        if (value is null or { SpecialType: SpecialType.System_Void } or { TypeKind: TypeKind.Dynamic }) return [];
        var members = model.LookupSymbols(position, value, includeReducedExtensionMethods: true);
        return Order(members.Where(m => !m.IsStatic && m is not ITypeSymbol), value);
    }

    /// <summary>The members that an object initialiser can set.</summary>
    public static IEnumerable<Candidate> Settable(ITypeSymbol? type, SemanticModel model, int position)
    {
        if (type is null) return [];
        return Order(
            model.LookupSymbols(position, type)
            .Where(m => !m.IsStatic && m is IPropertySymbol { IsReadOnly: false, IsIndexer: false } or IFieldSymbol { IsReadOnly: false }),
            type);
    }

    /// <summary>Whether a symbol has a name that can be written and is meant to be seen.</summary>
    public static bool IsWritable(ISymbol symbol) =>
        symbol.CanBeReferencedByName && !symbol.Name.StartsWith('<')
        && !symbol.GetAttributes().Any(a => a.AttributeClass?.Name == "EditorBrowsableAttribute" && a.ConstructorArguments
            is [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }]);

    private static IEnumerable<Candidate> Order(IEnumerable<ISymbol> members, ITypeSymbol? type) =>
        members.Where(IsWritable).Select(m => Candidate.Of(m, Rank(m, type))).OrderBy(c => c.Rank);

    // The type's own members, what it inherits, what extends it, and at last what every object has.
    private static int Rank(ISymbol member, ITypeSymbol? type) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => 2,
        { ContainingType.SpecialType: SpecialType.System_Object } => 3,
        _ when SymbolEqualityComparer.Default.Equals(member.ContainingType, type) => 0,
        _ => 1,
    };

    private static bool IsReachable(INamespaceOrTypeSymbol member, SemanticModel model) =>
        member is INamespaceSymbol
            || member.DeclaredAccessibility == Accessibility.Public
            || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, model.Compilation.Assembly);

    private static ITypeSymbol? VariableNamed(SyntaxNode left, SemanticModel model, int position) =>
        left is IdentifierNameSyntax name ? model.LookupSymbols(position, name: name.Identifier.ValueText).Select(TypeOf)
            .FirstOrDefault(t => t is not null) : null;

    private static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
