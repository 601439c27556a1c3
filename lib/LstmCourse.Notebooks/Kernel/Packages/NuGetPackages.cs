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
    /// <param name="library">The answer of <see cref="Restore(string, CancellationToken)"/>.</param>
    public static IReadOnlyList<string> ExtensionsOf(string library)
    {
        var folder = Path.Combine(Path.GetDirectoryName(library)!, PackageProject.ExtensionsFolder);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll") : [];
    }

    /// <summary>Restores a package together with all that were asked for before, so that their dependencies fit.</summary>
    /// <returns>
    /// The path of a .dll whose <c>.deps.json</c> names all libraries that the packages bring; they lie beside it and never change. Null if
    /// the session has the package already.
    /// </returns>
    /// <exception cref="PackageException">There is no such package, or it cannot be had.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Restore(string reference, CancellationToken cancellationToken)
    {
        var wanted = PackageReference.Parse(reference);
        if (_requested.TryGetValue(wanted.Id, out var known) && known == wanted) return null;
        var all = new SortedDictionary<string, PackageReference>(_requested, StringComparer.OrdinalIgnoreCase) { [wanted.Id] = wanted };
        var library = Restore([.. all.Values], wanted, cancellationToken);
        _requested[wanted.Id] = wanted;
        return library;
    }

    private string Restore(IReadOnlyList<PackageReference> packages, PackageReference wanted, CancellationToken cancellationToken)
    {
        // Without a version there may be a newer one since the last session.
        if (!packages.Any(p => p.IsFloating) && PackageProject.FindBuilt(cacheFolder, packages) is { } kept) return kept;
        using var project = new PackageProject(cacheFolder, notebookFolder, packages, _sources);
        if (project.Build(cancellationToken) is { } reason) throw new PackageException(
            $"the package {wanted.Id} could not be had: {reason}");
        return project.Keep();
    }
}
