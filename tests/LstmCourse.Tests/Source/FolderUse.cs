using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LstmCourse.Tests.Source;

/// <summary>A folder of a library that uses another one.</summary>
/// <param name="From">The folder, written like a namespace.</param>
/// <param name="To">The folder that it uses.</param>
internal sealed record FolderUse(string From, string To)
{
    /// <summary>
    /// Which folders use which, by their <c>using</c> lines and by the names of types, which need no such line where a namespace lies
    /// around the user's. Files without a namespace, a program's first lines, are left out: they start what lies beneath them.
    /// </summary>
    /// <param name="files">The files of one library, each with its folder.</param>
    public static IReadOnlyList<FolderUse> Of(IEnumerable<(string Folder, string Text)> files)
    {
        var sources = files.Select(file => (file.Folder, Root: CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot()))
            .Where(source => SpaceOf(source.Root) is not null).ToList();
        var folders = sources.Select(source => source.Folder).ToHashSet();
        var types = sources.SelectMany(source => source.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Parent is BaseNamespaceDeclarationSyntax)
            .Select(type => (type.Identifier.Text, Home: (source.Folder, Space: SpaceOf(source.Root)!)))).Distinct()
            .ToLookup(type => type.Text, type => type.Home);

        return
        [
            .. sources.SelectMany(source =>
            {
                var space = SpaceOf(source.Root)!;
                var opened = source.Root.Usings.Select(line => line.Name?.ToString() ?? "").ToHashSet();
                var named = source.Root.DescendantNodes().OfType<SimpleNameSyntax>()
                    .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
                    .Select(name => name.Identifier.Text).Distinct()
                    .Select(name => types[name].Where(home => Sees(space, home.Space) || opened.Contains(home.Space)).ToList())
                    // Of two types with one name the nearer is meant; a type in parts may have a part here.
                    .Where(homes => homes.TrueForAll(home => home.Folder != source.Folder))
                    .SelectMany(homes => homes.Select(home => home.Folder));
                return named.Concat(opened.Where(folders.Contains)).Where(to => to != source.Folder)
                    .Select(to => new FolderUse(source.Folder, to));
            }).Distinct(),
        ];
    }

    /// <summary>Those of the uses that lead in a circle, of any length, or from one circle to another.</summary>
    public static IReadOnlyList<FolderUse> InCircles(IReadOnlyList<FolderUse> uses)
    {
        while (true)
        {
            FolderUse[] left = [.. uses.Where(use => uses.Any(next => next.From == use.To) && uses.Any(before => before.To == use.From))];
            if (left.Length == uses.Count) return left;
            uses = left;
        }
    }

    private static string? SpaceOf(CompilationUnitSyntax root) =>
        root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    private static bool Sees(string space, string outer) => space == outer || space.StartsWith(outer + ".", StringComparison.Ordinal);
}
