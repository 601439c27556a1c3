using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>A compilation of a cell with guards in the cell and in the scripts that it loads.</summary>
/// <param name="Compilation">The compilation with guards.</param>
/// <param name="IsGuess">Whether it may have errors that the cell has not: the compiler was not asked about all that it knows.</param>
internal sealed record GuardedCompilation(CSharpCompilation Compilation, bool IsGuess)
{
    /// <summary>Puts guards into a compilation.</summary>
    /// <param name="compilation">The cell without guards.</param>
    /// <param name="mayGuess">
    /// Whether lambdas whose expression is a value may be taken for functions without asking the compiler, which costs as much as a
    /// third of compiling the cell. Where they are expression trees, the result has errors.
    /// </param>
    /// <param name="cancellationToken">Ends the compiler's work.</param>
    public static GuardedCompilation Of(CSharpCompilation compilation, bool mayGuess, CancellationToken cancellationToken)
    {
        var isGuess = false;
        // Loaded scripts come first, the cell itself last. The compiler takes scripts from nobody but the resolver.
        var cell = compilation.SyntaxTrees[^1];
        var scripts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var script in compilation.SyntaxTrees.SkipLast(1))
        {
            if (Rewrite(script) is { } text) scripts[script.FilePath] = text;
        }

        var guarded = compilation;
        if (scripts.Count > 0)
        {
            var resolver = new GuardedScriptResolver(compilation.Options.SourceReferenceResolver!, scripts);
            guarded = compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(resolver));
        }

        if (Rewrite(cell) is { } code) guarded = guarded.ReplaceSyntaxTree(cell, cell.WithChangedText(code));
        return new GuardedCompilation(guarded, isGuess);

        // Null where there is nothing to guard.
        SourceText? Rewrite(SyntaxTree tree)
        {
            var root = tree.GetCompilationUnitRoot(cancellationToken);
            var rewriter = new GuardRewriter(new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree)), mayGuess);
            var rewritten = rewriter.Visit(root);
            isGuess |= rewriter.HasGuessed;
            return ReferenceEquals(rewritten, root) ? null : SourceText.From(rewritten.ToFullString(), tree.Encoding ?? Encoding.UTF8);
        }
    }
}
