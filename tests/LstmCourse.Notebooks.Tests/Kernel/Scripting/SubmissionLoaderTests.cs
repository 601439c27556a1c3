using LstmCourse.Notebooks.Kernel.Scripting;
using LstmCourse.Notebooks.Tests.Kernel.Packages;

namespace LstmCourse.Notebooks.Tests.Kernel.Scripting;

public sealed class SubmissionLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void Of_two_versions_of_a_library_the_first_stays_and_that_is_said()
    {
        var warnings = new List<string>();
        using var loader = new SubmissionLoader(warnings.Add);
        Assert.Equal([Path.Combine(_folder.FullName, "one", "Lib.dll")], loader.AddStableFolder(Folder("one", "1.0.0")));
        Assert.Empty(loader.AddStableFolder(Folder("same", "1.0.0")));
        Assert.Empty(warnings);
        Assert.Empty(loader.AddStableFolder(Folder("two", "2.0.0")));
        Assert.Equal(["Lib 1.0.0.0 is loaded already; 2.0.0.0 is not used. Restart the kernel to change over."], warnings);
        Assert.Equal(new Version(1, 0, 0, 0), loader.LoadFromAssemblyName(new System.Reflection.AssemblyName("Lib")).GetName().Version);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // A library with a main one, and a native one beside it.
    private string Folder(string name, string version)
    {
        var folder = _folder.CreateSubdirectory(name).FullName;
        File.WriteAllBytes(Path.Combine(folder, "Lib.dll"), PackageFeed.Compile("Lib", version, "public class C { }"));
        File.WriteAllBytes(Path.Combine(folder, "main.dll"), PackageFeed.Compile("main", "1.0.0", ""));
        File.WriteAllText(Path.Combine(folder, "native.dll"), "no assembly");
        return Path.Combine(folder, "main.dll");
    }
}
