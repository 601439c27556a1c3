using LstmCourse.Cli.Commands;
using LstmCourse.Cli.Learning;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Testing;

namespace LstmCourse.Cli.Tests.Learning;

public sealed class LearnCommandTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("course-learn-");
    private readonly CourseFolders _folders;
    private readonly StringWriter _log = new();

    public LearnCommandTests()
    {
        _folders = new CourseFolders(_root.FullName);
        Directory.CreateDirectory(_folders.Notebooks);
        var lesson = Directory.EnumerateFiles(Repository.PathOf("notebooks"), "02-*.ipynb").Single();
        foreach (var name in new[] { "01-why.ipynb", "02-how.ipynb" }) File.Copy(lesson, Path.Combine(_folders.Notebooks, name));
    }

    public void Dispose()
    {
        _log.Dispose();
        _root.Delete(recursive: true);
    }

    [Fact]
    public void Copies_hold_no_outputs_and_load_the_library_from_where_they_lie()
    {
        Assert.Equal(["learn/01-why.ipynb", "learn/02-how.ipynb"], LearnCommand.Copy(_folders, Lessons.Find(_folders.Notebooks, []), _log));

        var copy = Notebook.Read(Path.Combine(_folders.Learn, "02-how.ipynb"));
        Assert.All(copy.CodeCells, cell => Assert.Empty(cell.Outputs));
        Assert.StartsWith("#load \"../artifacts/course.csx\"", copy.CodeCells.First().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_that_is_there_stays_as_it_is()
    {
        Directory.CreateDirectory(_folders.Learn);
        var mine = Path.Combine(_folders.Learn, "01-why.ipynb");
        File.WriteAllText(mine, "my work");

        LearnCommand.Copy(_folders, Lessons.Find(_folders.Notebooks, ["1"]), _log);

        Assert.Equal("my work", File.ReadAllText(mine));
        Assert.Equal("learn/01-why.ipynb is there already and stays as it is", _log.ToString().TrimEnd());
    }

    [Fact]
    public void Where_learn_is_no_folder_one_line_says_what_to_do_and_the_file_stays()
    {
        File.WriteAllText(_folders.Learn, "a shopping list");

        var exception = Assert.Throws<CommandException>(
            () => LearnCommand.Copy(_folders, Lessons.Find(_folders.Notebooks, ["2"]), _log));

        Assert.StartsWith(
            "learn/02-how.ipynb cannot be written. See that learn is a folder that you may write into, then run the command again. (",
            exception.Message, StringComparison.Ordinal);
        Assert.Equal(CommandException.BadInput, exception.ExitCode);
        Assert.Equal(("a shopping list", ""), (File.ReadAllText(_folders.Learn), _log.ToString()));
    }

    [Fact]
    public void A_damaged_copy_is_named_with_the_way_to_a_new_one_and_stays_as_it_is()
    {
        var copy = Path.Combine(_folders.Root, LearnCommand.Copy(_folders, Lessons.Find(_folders.Notebooks, ["2"]), _log)[0]);
        var half = File.ReadAllText(copy)[..5000];
        File.WriteAllText(copy, half);

        var exception = Assert.Throws<CommandException>(() => GradeCommand.Read(_folders, Lessons.Find(_folders.Learn, [])));

        Assert.StartsWith("learn/02-how.ipynb is cut off: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Or move it out of learn and begin anew: ./course learn 02", exception.Message, StringComparison.Ordinal);
        Assert.Equal(half, File.ReadAllText(copy));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("02")]
    [InlineData("02-how")]
    [InlineData("learn/02-how.ipynb")]
    public void A_notebook_is_found_by_its_number_or_its_name(string number) =>
        Assert.Equal("02-how.ipynb", Path.GetFileName(Assert.Single(Lessons.Find(_folders.Notebooks, [number]))));

    [Fact]
    public void An_unknown_number_is_answered_with_those_there_are()
    {
        var exception = Assert.Throws<CommandException>(() => Lessons.Find(_folders.Notebooks, ["7"]));
        Assert.Equal("notebooks holds no notebook 7. Choose among: 01, 02", exception.Message);
        Assert.Equal(CommandException.BadInput, exception.ExitCode);
    }

    [Fact]
    public void Without_copies_there_is_nothing_to_grade() => Assert.Equal(
        "learn holds no notebook. Begin with ./course learn", Assert.Throws<CommandException>(
            () => Lessons.Find(_folders.Learn, [])).Message);
}
