using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>Finds what <c>#load</c> names, and reads the scripts that guards were put into with them.</summary>
/// <param name="inner">Finds the scripts, and reads those without guards.</param>
/// <param name="guarded">The texts of the others, by path.</param>
internal sealed class GuardedScriptResolver(SourceReferenceResolver inner, IReadOnlyDictionary<string, SourceText> guarded)
    : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => inner.NormalizePath(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath) => inner.ResolveReference(path, baseFilePath);

    public override SourceText ReadText(string resolvedPath) =>
        guarded.TryGetValue(resolvedPath, out var text) ? text : inner.ReadText(resolvedPath);

    public override Stream OpenRead(string resolvedPath) => inner.OpenRead(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
