using System.Collections.Immutable;
using LstmCourse.Notebooks.Kernel.Packages;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Finds what <c>#r</c> names: a .dll relative to the script that says so, or to the notebook's folder, or an assembly of .NET by name.
/// Answers are kept for the whole session: without that, two hundred cells take close to a gigabyte.
/// </summary>
internal sealed class LibraryResolver(string notebookFolder, SubmissionLoader loader, FrameworkReferences framework)
    : MetadataReferenceResolver
{
    private readonly object _lock = new();
    private readonly Dictionary<string, ImmutableArray<PortableExecutableReference>> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PortableExecutableReference?> _missing = new(StringComparer.OrdinalIgnoreCase);

    public override bool ResolveMissingAssemblies => true;

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        lock (_lock)
        {
            if (_missing.TryGetValue(referenceIdentity.Name, out var known)) return known;
            var found = framework.Find(referenceIdentity.Name);
            if (found is null && !IsEngine(referenceIdentity.Name) && loader.FindDependency(referenceIdentity.Name) is { } path)
            {
                found = Reference(path);
            }

            _missing[referenceIdentity.Name] = found;
            return found;
        }
    }

    // Libraries for notebooks refer to .NET Interactive, whose Display is not this kernel's: a cell that saw both could call neither.
    private static bool IsEngine(string assemblyName) => assemblyName == "Microsoft.DotNet.Interactive";

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath,
        MetadataReferenceProperties properties)
    {
        lock (_lock)
        {
            // The compiler restores packages beforehand; here it only has to be told that all is well.
            if (PackageReference.IsOne(reference)) return [framework.Find("System.Runtime")!];
            if (FindFile(reference, baseFilePath) is not { } path)
            {
                return framework.Find(reference) is { } own ? [own] : [];
            }

            if (!_references.TryGetValue(path, out var known))
            {
                known = [Reference(path)];
                _references.Add(path, known);
            }
            else
            {
                loader.CheckForRebuild(path);
            }

            return known;
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private PortableExecutableReference Reference(string path)
    {
        var copy = loader.AddLibrary(path);
        return MetadataReference.CreateFromFile(copy, documentation: XmlDocumentationFile.Beside(copy));
    }

    private string? FindFile(string reference, string? baseFilePath)
    {
        return ScriptFiles.Candidates(reference, baseFilePath, notebookFolder).FirstOrDefault(File.Exists);
    }
}
