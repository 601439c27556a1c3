using System.Runtime.InteropServices;

namespace FusedRecurrent.Runtime;

/// <summary>Where native libraries may lie.</summary>
internal static class NativeFolders
{
    /// <summary>
    /// The folders to look into, best first: beside the assemblies, where outputs keep natives, in the NuGet package folder.
    /// </summary>
    public static IReadOnlyList<string> OfThisProcess()
    {
        var platform = RuntimeInformation.RuntimeIdentifier;
        var folders = new List<string>();
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name == "TorchSharp"))
        {
            if (!assembly.IsDynamic) folders.AddRange(Around(Path.GetDirectoryName(assembly.Location), platform));
        }
        folders.AddRange(Around(Path.GetDirectoryName(typeof(NativeFolders).Assembly.Location), platform));
        folders.AddRange(Around(AppContext.BaseDirectory, platform));
        // Where the host found native files through the application's deps.json.
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string searched)
        {
            folders.AddRange(searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        }
        return [.. folders.Where(Directory.Exists).Select(Path.TrimEndingDirectorySeparator).Distinct()];
    }

    /// <summary>The folders that belong to a folder with managed assemblies.</summary>
    /// <param name="folder">The folder; null or empty gives none.</param>
    /// <param name="platform">Such as linux-x64.</param>
    public static IEnumerable<string> Around(string? folder, string platform)
    {
        if (string.IsNullOrEmpty(folder)) yield break;
        yield return folder;
        yield return Path.Combine(folder, "runtimes", platform, "native");
        // PACKAGES/torchsharp/VERSION/lib/FRAMEWORK: the natives are two folders up, libtorch in a package beside.
        if (Path.GetFileName(Path.GetDirectoryName(folder)) != "lib") yield break;
        var package = Path.GetDirectoryName(Path.GetDirectoryName(folder));
        yield return Path.Combine(package!, "runtimes", platform, "native");
        var libtorch = Path.Combine(package!, "..", "..", $"libtorch-cpu-{platform}");
        if (!Directory.Exists(libtorch)) yield break;
        foreach (var version in Directory.EnumerateDirectories(libtorch).OrderDescending(NumericOrder))
        {
            yield return Path.GetFullPath(Path.Combine(version, "runtimes", platform, "native"));
        }
    }

    private static readonly StringComparer NumericOrder =
        StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering);
}
