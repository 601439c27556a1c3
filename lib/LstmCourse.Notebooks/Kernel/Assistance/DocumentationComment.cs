using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>Finds the XML documentation of a symbol.</summary>
internal static class DocumentationComment
{
    private const int DeepestInheritance = 5;

    /// <summary>The documentation, with what it inherits; null if there is none.</summary>
    public static XElement? Of(ISymbol symbol, Compilation compilation) => Of(symbol, compilation, 0);

    private static XElement? Of(ISymbol symbol, Compilation compilation, int depth)
    {
        if (depth > DeepestInheritance) return null;
        symbol = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol.OriginalDefinition;
        if (Parse(symbol.GetDocumentationCommentXml()) is not { } comment) return ForConstructor(symbol, compilation, depth);
        if (comment.Descendants("inheritdoc").FirstOrDefault() is not { } inherit) return comment;
        return Source(inherit, symbol, compilation) is { } source ? Of(source, compilation, depth + 1) ?? comment : comment;
    }

    // A constructor that nobody documented, such as that of a record, is explained by its type.
    private static XElement? ForConstructor(ISymbol symbol, Compilation compilation, int depth) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? Of(symbol.ContainingType, compilation, depth + 1) : null;

    private static ISymbol? Source(XElement inherit, ISymbol symbol, Compilation compilation)
    {
        if ((string?)inherit.Attribute("cref") is { } reference) return DocumentationCommentId.GetFirstSymbolForDeclarationId(reference,
            compilation);
        return symbol switch
        {
            IMethodSymbol { OverriddenMethod: { } method } => method,
            IPropertySymbol { OverriddenProperty: { } property } => property,
            INamedTypeSymbol type =>
            type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent : type.Interfaces.FirstOrDefault(),
            _ => symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name))
                .FirstOrDefault(m =>
                    SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol)),
        };
    }

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml)) return null;
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
