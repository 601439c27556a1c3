using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>Finds what <c>#load</c> names.</summary>
internal sealed class ScriptResolver(string notebookFolder) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => ResolveReference(path, baseFilePath) ?? path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        ScriptFiles.Candidates(path, baseFilePath, notebookFolder).FirstOrDefault(File.Exists);

    public override Stream OpenRead(string resolvedPath) => File.OpenRead(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
