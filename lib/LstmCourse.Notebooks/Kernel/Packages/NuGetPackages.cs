namespace LstmCourse.Notebooks.Kernel.Packages;

/// <summary>
/// The packages that a session's cells ask for by <c>#r "nuget: Id, Version"</c>, restored by the installed SDK. What was restored once is
/// kept for later sessions.
/// </summary>
internal sealed class NuGetPackages(string notebookFolder, string cacheFolder)
{
    private readonly SortedDictionary<string, PackageReference> _requested = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>Where restored packages are kept by default.</summary>
    public static string UserCache { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "lstm-course", "nuget");

    /// <summary>Looks for packages in another place too.</summary>
    /// <param name="source">The address of a feed, or a folder, relative to the notebook's.</param>
    public void AddSource(string source)
    {
        var place = Uri.IsWellFormedUriString(source, UriKind.Absolute) ? source : Path.GetFullPath(source, notebookFolder);
        if (!_sources.Contains(place)) _sources.Add(place);
    }

    /// <summary>The libraries with notebook extensions among what was restored.</summary>
    /// <param name="library">The answer of <see cref="Restore(IReadOnlyList{string}, CancellationToken)"/>.</param>
    public static IReadOnlyList<string> ExtensionsOf(string library)
    {
        var folder = Path.Combine(Path.GetDirectoryName(library)!, PackageProject.ExtensionsFolder);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll") : [];
    }

    /// <summary>Restores packages together with all that were asked for before, so that their dependencies fit.</summary>
    /// <param name="references">What <c>#r</c> names. All of a cell at once: each restore takes seconds.</param>
    /// <param name="cancellationToken">Ends the restore.</param>
    /// <returns>
    /// The path of a .dll whose <c>.deps.json</c> names all libraries that the packages bring; they lie beside it and never change. Null if
    /// the session has the packages already.
    /// </returns>
    /// <exception cref="PackageException">There is no such package, or it cannot be had.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Restore(IReadOnlyList<string> references, CancellationToken cancellationToken)
    {
        var all = new SortedDictionary<string, PackageReference>(_requested, StringComparer.OrdinalIgnoreCase);
        var wanted = new List<PackageReference>();
        foreach (var package in references.Select(PackageReference.Parse))
        {
            if (all.TryGetValue(package.Id, out var known) && known == package) continue;
            all[package.Id] = package;
            wanted.Add(package);
        }

        if (wanted.Count == 0) return null;
        var library = Restore([.. all.Values], wanted, cancellationToken);
        foreach (var package in wanted) _requested[package.Id] = package;
        return library;
    }

    private string Restore(IReadOnlyList<PackageReference> packages, List<PackageReference> wanted, CancellationToken cancellationToken)
    {
        // Without a version there may be a newer one since the last session.
        if (!packages.Any(p => p.IsFloating) && PackageProject.FindBuilt(cacheFolder, packages) is { } kept) return kept;
        using var project = new PackageProject(cacheFolder, notebookFolder, packages, _sources);
        if (project.Build(cancellationToken) is not { } reason) return project.Keep();
        var missing = wanted.Where(p => reason.Contains(p.Id, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(wanted[^1]).First();
        throw new PackageException($"the package {missing.Id} could not be had: {reason}");
    }
}
