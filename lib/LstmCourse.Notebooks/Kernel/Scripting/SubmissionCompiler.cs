using System.Globalization;
using System.Reflection;
using System.Text;
using LstmCourse.Notebooks.Kernel.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Compiles cells, each against the ones before. This drives the compiler itself rather than its scripting host, because the host
/// forgets the variables of an aborted cell, hides warnings, and has its own ideas about loading libraries.
/// </summary>
internal sealed class SubmissionCompiler
{
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "System.IO",
        "LstmCourse.Notebooks.Kernel.Display", "LstmCourse.Notebooks.Kernel.Display.NotebookHelpers",
    ];

    private static readonly EmitOptions Emit = new(
        debugInformationFormat: DebugInformationFormat.PortablePdb,
        pdbChecksumAlgorithm: default,
        // A recursion without end becomes an exception instead of the end of the process.
        instrumentationKinds: [InstrumentationKind.StackOverflowProbing]);

    // Versions of libraries that are unified (CS1701, CS1702) are no business of a learner's. Whether a field or an event is ever used or
    // assigned (CS0067, CS0169, CS0414, CS0649) the compiler misjudges in scripts, and a later cell may decide.
    private static readonly Dictionary<string, ReportDiagnostic> Unreported =
        new[] { "CS1701", "CS1702", "CS0067", "CS0169", "CS0414", "CS0649" }.ToDictionary(id => id, _ => ReportDiagnostic.Suppress);

    // CS0234 and CS0246 for types and namespaces, CS0103 for names, CS1061 for extension methods, CS1935 and CS1936 for those of
    // a query, CS0012 and CS1069 for types that moved.
    private static readonly string[] UnknownName = ["CS0012", "CS0103", "CS0234", "CS0246", "CS1061", "CS1069", "CS1935", "CS1936"];

    private readonly FrameworkReferences _framework = new();
    private readonly LibraryResolver _libraries;
    private readonly ScriptResolver _scripts;
    private readonly NuGetPackages _packages;
    private readonly SubmissionLoader _loader;
    private readonly HashSet<string> _seenExtensions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _extensions = [];
    private int _compiled;
    private bool _usesRest;

    /// <summary>A compiler whose <c>#r</c> and <c>#load</c> are relative to a folder, and whose packages are kept in another one.</summary>
    public SubmissionCompiler(string notebookFolder, string packageCache, SubmissionLoader loader)
    {
        _loader = loader;
        _libraries = new LibraryResolver(notebookFolder, loader, _framework);
        _scripts = new ScriptResolver(notebookFolder);
        _packages = new NuGetPackages(notebookFolder, packageCache);
    }

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>Compiles one cell and loads it.</summary>
    /// <exception cref="CompilationFailedException">The cell does not compile.</exception>
    /// <exception cref="PackageException">A package that it asks for cannot be had.</exception>
    public Submission Compile(string code, string name, CSharpCompilation? previous, CancellationToken cancellationToken)
    {
        var compilation = CreateCompilation(code, name, previous, cancellationToken);
        var misread = UsingDeclarations.Find(compilation.SyntaxTrees[^1], cancellationToken).ToList();
        if (misread.Count > 0) throw new CompilationFailedException(misread);
        compilation = WithPackages(compilation, cancellationToken);
        try
        {
            return Compile(compilation, cancellationToken);
        }
        catch (CompilationFailedException e) when (!_usesRest && e.Errors.Any(d => UnknownName.Contains(d.Id)))
        {
            // Perhaps the name is in one of the libraries of .NET that few cells use.
            var submission = Compile(compilation.AddReferences(_framework.Rest), cancellationToken);
            _usesRest = true;
            return submission;
        }
    }

    /// <summary>Lets packages be looked for in another place too.</summary>
    public void AddPackageSource(string source) => _packages.AddSource(source);

    /// <summary>The libraries with notebook extensions that packages have brought since the last call.</summary>
    public IReadOnlyList<string> TakeExtensions()
    {
        string[] taken = [.. _extensions];
        _extensions.Clear();
        return taken;
    }

    /// <summary>A compilation of a cell that is not emitted: to look things up in.</summary>
    public CSharpCompilation CreateCompilation(string code, string name, CSharpCompilation? previous, CancellationToken cancellationToken)
    {
        var tree = SyntaxFactory.ParseSyntaxTree(SourceText.From(code, Encoding.UTF8), ParseOptions, path: name,
            cancellationToken: cancellationToken);
        var number = Interlocked.Increment(ref _compiled);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: string.Create(CultureInfo.InvariantCulture, $"Cell{number}"),
            // Later cells inherit them, together with what they meant then: a library that a cell adds cannot make them ambiguous.
            usings: previous is null ? Imports : [],
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            // A cell is too small to be worth several threads.
            concurrentBuild: false,
            specificDiagnosticOptions: Unreported,
            sourceReferenceResolver: _scripts,
            metadataReferenceResolver: _libraries,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            // string? may be written, and nobody is lectured about null.
            nullableContextOptions: NullableContextOptions.Annotations);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            string.Create(CultureInfo.InvariantCulture, $"notebook-cell-{number}"),
            tree,
            previous is null ? _framework.Usual : [],
            options);
        // Given at creation, the cell before would be compiled once more, to see whether it has errors.
        return previous is null ? compilation
            : compilation.WithScriptCompilationInfo(compilation.ScriptCompilationInfo!.WithPreviousScriptCompilation(previous));
    }

    private CSharpCompilation WithPackages(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var references = compilation.SyntaxTrees
            .SelectMany(t => t.GetCompilationUnitRoot(cancellationToken).GetReferenceDirectives())
            .Select(d => d.File.ValueText)
            .Where(PackageReference.IsOne)
            .ToList();
        if (references.Count == 0 || _packages.Restore(references, cancellationToken) is not { } library) return compilation;
        // The engine of .NET Interactive is there for the packages' extensions, not for cells: its Display is not this kernel's.
        var added = _loader.AddStableFolder(library)
            .Where(p => !Path.GetFileName(p).StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal));
        _extensions.AddRange(NuGetPackages.ExtensionsOf(library).Where(path => _seenExtensions.Add(Path.GetFileName(path))));
        return compilation.AddReferences(
            added.Select(p => MetadataReference.CreateFromFile(p, documentation: XmlDocumentationFile.Beside(p))));
    }

    private Submission Compile(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var needsRunning = compilation.SyntaxTrees.Any(t => t.GetCompilationUnitRoot(cancellationToken).Members.Count > 0);
        if (!needsRunning) return new Submission(compilation, null, false, Judge(compilation.GetDiagnostics(cancellationToken)));

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        // What the compiler finds is told of the learner's own text, without the guards.
        var guarded = GuardedCompilation.Of(compilation, mayGuess: true, cancellationToken);
        var emitted = guarded.Compilation.Emit(assembly, symbols, options: Emit, cancellationToken: cancellationToken);
        if (!emitted.Success && guarded.IsGuess)
        {
            assembly.SetLength(0);
            symbols.SetLength(0);
            guarded = GuardedCompilation.Of(compilation, mayGuess: false, cancellationToken);
            emitted = guarded.Compilation.Emit(assembly, symbols, options: Emit, cancellationToken: cancellationToken);
        }

        var warnings = emitted.Diagnostics.IsEmpty ? [] : Judge(compilation.GetDiagnostics(cancellationToken));
        if (emitted.Success)
        {
            compilation = guarded.Compilation;
        }
        else
        {
            assembly.SetLength(0);
            symbols.SetLength(0);
            warnings = Judge(compilation.Emit(assembly, symbols, options: Emit, cancellationToken: cancellationToken).Diagnostics);
        }

        assembly.Position = symbols.Position = 0;
        var loaded = _loader.LoadCell(compilation.AssemblyName!, assembly, symbols);
        return new Submission(compilation, EntryPoint(compilation, loaded, cancellationToken), EndsInExpression(compilation), warnings);
    }

    /// <summary>The warnings, unless there are errors.</summary>
    private static List<Diagnostic> Judge(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) throw new CompilationFailedException(errors);
        return [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning)];
    }

    private static Func<object?[],
        Task<object?>> EntryPoint(CSharpCompilation compilation, Assembly assembly, CancellationToken cancellationToken)
    {
        var entry = compilation.GetEntryPoint(cancellationToken)!;
        var type = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
        var method = type.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    private static bool EndsInExpression(CSharpCompilation compilation) =>
        // Loaded scripts come first, the cell itself last.
        compilation.SyntaxTrees[^1].GetCompilationUnitRoot().Members.LastOrDefault()
            is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }
        && last.SemicolonToken.IsMissing;
}
