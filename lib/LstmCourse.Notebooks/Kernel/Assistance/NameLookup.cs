using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>What can stand where no dot precedes.</summary>
internal static class NameLookup
{
    private const int KeywordRank = 6;

    /// <summary>Keywords that name types.</summary>
    public static IEnumerable<Candidate> TypeKeywords { get; } = Words(
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short",
        "string", "uint", "ulong", "ushort", "void");

    /// <summary>Keywords that may begin or be part of a statement or an expression.</summary>
    public static IEnumerable<Candidate> Keywords { get; } =
    [
        .. TypeKeywords,
        .. Words(
            "abstract", "and", "as", "async", "await", "base", "break", "case", "catch", "checked", "class", "const", "continue",
            "default", "delegate", "do", "else", "enum",
            "event", "explicit", "extern", "false", "finally", "fixed", "for", "foreach", "from", "get", "goto", "if", "implicit", "in",
            "init", "interface", "internal", "is",
            "lock", "nameof", "namespace", "new", "not", "null", "operator", "or", "out", "override", "params", "partial", "private",
            "protected", "public", "readonly",
            "record", "ref", "required", "return", "sealed", "select", "set", "sizeof", "stackalloc", "static", "struct", "switch",
            "this", "throw", "true", "try", "typeof",
            "unchecked", "unsafe", "using", "var", "virtual", "volatile", "when", "where", "while", "with", "yield"),
    ];

    /// <summary>Symbols, nearest first: the cell's own, the session's, the helpers', types, namespaces.</summary>
    public static IEnumerable<Candidate> Order(IEnumerable<ISymbol> symbols) =>
        symbols.Where(MemberLookup.IsWritable).Select(s => Candidate.Of(s, Rank(s))).OrderBy(c => c.Rank);

    private static int Rank(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 0,
        { ContainingType.IsScriptClass: true } => 1,
        INamespaceSymbol => 4,
        ITypeSymbol => 3,
        { ContainingType.SpecialType: SpecialType.System_Object } => 5,
        _ => 2,
    };

    private static Candidate[] Words(params string[] words) =>
        [.. words.Select(w => new Candidate(new Completion(w, "keyword"), KeywordRank))];
}
