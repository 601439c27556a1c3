using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using static LstmCourse.Notebooks.Tests.Execution.Notebooks;

namespace LstmCourse.Notebooks.Tests.Execution;

public sealed class NotebookFinderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-find-").FullName;

    [Fact]
    public void Folders_give_their_notebooks_in_order_without_hidden_ones()
    {
        Save("b.ipynb", "a.ipynb", "solutions/a.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "");
        var files = NotebookFinder.Find(["."], _folder);
        Assert.Equal(["a.ipynb", "b.ipynb", "solutions/a.ipynb"], files.Select(file => file.DisplayName));
        Assert.Equal(["a.ipynb", "b.ipynb", Path.Combine("solutions", "a.ipynb")], files.Select(file => file.CopyName));
    }

    [Fact]
    public void A_notebook_named_twice_is_found_once_and_copies_never_collide()
    {
        Save("x/a.ipynb", "y/a.ipynb");
        var files = NotebookFinder.Find(["x/a.ipynb", "y/a.ipynb", "x"], _folder);
        Assert.Equal(["x/a.ipynb", "y/a.ipynb"], files.Select(file => file.DisplayName));
        Assert.Equal(["a.ipynb", "a-2.ipynb"], files.Select(file => file.CopyName));
    }

    [Fact]
    public void What_does_not_exist_is_named()
    {
        Assert.Contains("gone.ipynb does not exist",
            Assert.Throws<FileNotFoundException>(() => NotebookFinder.Find(["gone.ipynb"], _folder)).Message, StringComparison.Ordinal);
        Assert.Contains("holds no notebook", Assert.Throws<FileNotFoundException>(() => NotebookFinder.Find(["."], _folder)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_notebook_is_named_as_the_user_would()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.WriteAllText(Path.Combine(_folder, "sub", "bad.ipynb"), "{");
        var e = Assert.Throws<NotebookFormatException>(() => NotebookFinder.Find(["."], _folder));
        Assert.StartsWith("sub/bad.ipynb is cut off", e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Save(params string[] names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(_folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Of("out a").Write(path);
        }
    }
}
