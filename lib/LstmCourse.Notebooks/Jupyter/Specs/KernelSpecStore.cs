namespace LstmCourse.Notebooks.Jupyter.Specs;

/// <summary>The kernelspecs that Jupyter's clients find on this machine.</summary>
public static class KernelSpecStore
{
    /// <summary>The folder of the user's own kernelspecs, the same that <c>jupyter kernelspec install --user</c> writes to.</summary>
    public static string UserFolder => Path.Combine(UserDataFolder(), "kernels");

    /// <summary>The kernelspec of a name, in the order in which Jupyter looks; null if there is none.</summary>
    /// <exception cref="InvalidDataException">There is one, but it cannot be read.</exception>
    public static KernelSpec? Find(string name)
    {
        var folder = Folders().Select(f => Path.Combine(f, name)).FirstOrDefault(f => File.Exists(Path.Combine(f, "kernel.json")));
        return folder is null ? null : KernelSpec.Read(folder);
    }

    /// <summary>The names of all kernelspecs.</summary>
    public static IReadOnlyList<string> Names() =>
        [.. Folders().Where(Directory.Exists).SelectMany(Directory.GetDirectories).Where(d => File.Exists(Path.Combine(d, "kernel.json")))
            .Select(d => Path.GetFileName(d)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Installs a kernelspec for the user.</summary>
    /// <returns>The folder that was written.</returns>
    public static string Install(KernelSpec spec)
    {
        var folder = Path.Combine(UserFolder, spec.Name);
        spec.Write(folder);
        return folder;
    }

    /// <summary>Removes a kernelspec of the user; null if there is none of this name.</summary>
    /// <returns>The folder that was removed.</returns>
    public static string? Uninstall(string name)
    {
        var folder = Path.Combine(UserFolder, name);
        if (!File.Exists(Path.Combine(folder, "kernel.json"))) return null;
        Directory.Delete(folder, recursive: true);
        return folder;
    }

    /// <summary>Whether a name is one that Jupyter allows: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public static bool IsValidName(string name) =>
        name.Length > 0 && name is not ("." or "..") && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static IEnumerable<string> Folders()
    {
        var extra = Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "";
        foreach (var path in extra.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)) yield return Path.Combine(path,
            "kernels");
        yield return UserFolder;
        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels");
        }
        else
        {
            yield return "/usr/local/share/jupyter/kernels";
            yield return "/usr/share/jupyter/kernels";
        }
    }

    private static string UserDataFolder()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen) return chosen;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData),
            "jupyter");
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        return Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? Path.Combine(data, "jupyter")
            : Path.Combine(home, ".local", "share", "jupyter");
    }
}
