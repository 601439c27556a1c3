using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>A compilation of a cell with guards in the cell and in the scripts that it loads.</summary>
internal static class GuardedCompilation
{
    public static CSharpCompilation Of(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        // Loaded scripts come first, the cell itself last. The compiler takes scripts from nobody but the resolver.
        var cell = compilation.SyntaxTrees[^1];
        var scripts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var script in compilation.SyntaxTrees.SkipLast(1))
        {
            if (Rewrite(compilation, script, cancellationToken) is { } text) scripts[script.FilePath] = text;
        }

        var guarded = compilation;
        if (scripts.Count > 0)
        {
            var resolver = new GuardedScriptResolver(compilation.Options.SourceReferenceResolver!, scripts);
            guarded = compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(resolver));
        }

        return Rewrite(compilation, cell, cancellationToken) is { } code ? guarded.ReplaceSyntaxTree(cell, cell.WithChangedText(code))
            : guarded;
    }

    // Null where there is nothing to guard.
    private static SourceText? Rewrite(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetCompilationUnitRoot(cancellationToken);
        var guarded = new GuardRewriter(new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree))).Visit(root);
        return ReferenceEquals(guarded, root) ? null : SourceText.From(guarded.ToFullString(), tree.Encoding ?? Encoding.UTF8);
    }
}
