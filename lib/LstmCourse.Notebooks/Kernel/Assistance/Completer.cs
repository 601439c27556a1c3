using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Notebooks.Kernel.Assistance;

/// <summary>
/// Finds what could stand at the cursor. The word at the cursor is replaced by a name that cannot exist, so that the parser sees a complete
/// expression there; what is possible in its place is then looked up by the compiler's own rules.
/// </summary>
internal static class Completer
{
    private const string Placeholder = "completion__here";
    private const int Most = 2000;

    /// <summary>Completes at a place in the code.</summary>
    /// <param name="code">The cell so far.</param>
    /// <param name="position">The cursor, as an index into the text.</param>
    /// <param name="notebookFolder">What relative paths are relative to.</param>
    /// <param name="compile">Makes a compilation of changed code, in the session.</param>
    public static Completions Complete(string code, int position, string notebookFolder, Func<string, CSharpCompilation> compile)
    {
        if (PathCompleter.Complete(code, position, notebookFolder) is { } paths) return paths;
        var (start, end) = Word(code, position);
        if (start < end && char.IsAsciiDigit(code[start])) return Completions.None(position);

        var compilation = compile(code[..start] + Placeholder + (IsEndOfLine(code, end) ? ";" : "") + code[end..]);
        var tree = compilation.SyntaxTrees[^1];
        var token = tree.GetRoot().FindToken(start, findInsideTrivia: true);
        // Elsewhere the placeholder is part of a comment, a string, a directive.
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != Placeholder) return Completions.None(position);

        var candidates = Candidates(token, compilation.GetSemanticModel(tree)).DistinctBy(c => c.Completion.Text);
        var matching = Matching(candidates, code[start..position]);
        return new Completions(start, end, [.. matching.Take(Most)]);
    }

    private static (int Start, int End) Word(string code, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end])) end++;
        return (start, end);
    }

    private static bool IsEndOfLine(string code, int index)
    {
        var line = code.AsSpan(index);
        var length = line.IndexOf('\n');
        return (length < 0 ? line : line[..length]).IsWhiteSpace();
    }

    private static IEnumerable<Candidate> Candidates(SyntaxToken token, SemanticModel model)
    {
        var position = token.SpanStart;
        var name = token.Parent as SimpleNameSyntax;
        switch (name?.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
                return MemberLookup.Of(access.Expression, model, position);
            case MemberBindingExpressionSyntax binding:
                var conditional = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
                    .FirstOrDefault(c => c.WhenNotNull.Span.Contains(binding.Span));
                return conditional is null ? [] : MemberLookup.Of(conditional.Expression, model, position);
            case QualifiedNameSyntax qualified when qualified.Right == name:
                return MemberLookup.Of(qualified.Left, model, position);
            case AliasQualifiedNameSyntax:
                return model.Compilation.GlobalNamespace.GetMembers().Select(m => Candidate.Of(m, 0));
        }

        if (InitializedObject(name) is { } created) return MemberLookup.Settable(model.GetTypeInfo(created).Type, model, position);
        if (token.Parent is not ExpressionSyntax expression) return [];
        if (name is { Parent: UsingDirectiveSyntax } || SyntaxFacts.IsInTypeOnlyContext(expression))
        {
            return NameLookup.Order(model.LookupNamespacesAndTypes(position)).Concat(NameLookup.TypeKeywords);
        }

        return NameLookup.Order(model.LookupSymbols(position)).Concat(NameLookup.Keywords);
    }

    // The X in new T { X = … }, where only members of T can stand.
    private static BaseObjectCreationExpressionSyntax? InitializedObject(SimpleNameSyntax? name)
    {
        SyntaxNode? element = name?.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name ? assignment : name;
        return (element?.Parent as InitializerExpressionSyntax)?.Parent as BaseObjectCreationExpressionSyntax;
    }

    private static IEnumerable<Completion> Matching(IEnumerable<Candidate> candidates, string typed)
    {
        var all = candidates.ToImmutableArray();
        foreach (var matches in new Func<string, bool>[]
        {
            name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase),
            name => HasHumps(name, typed),
            name => name.Contains(typed, StringComparison.OrdinalIgnoreCase),
        })
        {
            var found = all.Where(c => matches(c.Completion.Text.TrimStart('@'))).ToList();
            if (found.Count == 0) continue;
            return found
                .OrderBy(c => c.Completion.Text.StartsWith(typed, StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(c => c.Rank)
                .ThenBy(c => c.Completion.Text, StringComparer.OrdinalIgnoreCase)
                .Select(c => c.Completion);
        }

        return [];
    }

    // WL stands for WriteLine.
    private static bool HasHumps(string name, string typed)
    {
        var humps = string.Concat(name.Where((c, i) => i == 0 || char.IsUpper(c)));
        return typed.Length > 1 && humps.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
    }
}
