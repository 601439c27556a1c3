using System.Text.RegularExpressions;

namespace LstmCourse.Tests.Notebooks;

/// <summary>How a page of the course is built.</summary>
public partial class NotebookShapeTests
{
    public static TheoryData<string> Lessons => [.. CourseNotebook.Lessons];

    public static TheoryData<string> Pages => [.. CourseNotebook.Lessons, .. CourseNotebook.Solutions.Select(name => $"solutions/{name}")];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_has_some_twenty_to_sixty_cells_and_short_code(string name)
    {
        var lesson = CourseNotebook.Lesson(name);
        Assert.InRange(lesson.Cells.Count, 20, 64);
        foreach (var cell in lesson.Cells.Where(cell => cell.IsCode))
        {
            // About fifteen; a class cannot be cut into cells.
            var most = cell.Source.StartsWith("class ", StringComparison.Ordinal) ? 24 : 18;
            Assert.True(cell.Lines.Length <= most, $"{name}, cell {cell.Id}: {cell.Lines.Length} lines");
            Assert.All(cell.Lines, line => Assert.True(line.Length <= 120, $"{name}, cell {cell.Id}: {line}"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_starts_with_the_courses_libraries_and_needs_no_particular_kernel(string name)
    {
        var page = CourseNotebook.Lesson(name);
        var up = name.Contains('/', StringComparison.Ordinal) ? "../../" : "../";
        Assert.Equal($"#load \"{up}artifacts/course.csx\"", page.Cells.First(cell => cell.IsCode).Lines[0]);
        Assert.All(page.Cells.Where(cell => cell.IsCode).SelectMany(cell => cell.Lines), line => Assert.DoesNotMatch("^#(!|r )", line));
        Assert.Equal(".net-csharp", page.Root.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString());
        Assert.Equal((4, 5), (page.Root.GetProperty("nbformat").GetInt32(), page.Root.GetProperty("nbformat_minor").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_was_run_from_top_to_bottom_without_an_error(string name)
    {
        var code = CourseNotebook.Lesson(name).Cells.Where(cell => cell.IsCode).ToArray();
        Assert.Equal(Enumerable.Range(1, code.Length), code.Select(cell => cell.Json.GetProperty("execution_count").GetInt32()));
        Assert.DoesNotContain(code.SelectMany(cell => cell.Outputs), output => output.GetProperty("output_type").GetString() == "error");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Cell_ids_are_readable_and_unique(string name)
    {
        var ids = CourseNotebook.Lesson(name).Cells.Select(cell => cell.Id).ToArray();
        Assert.Equal(ids, ids.Distinct());
        Assert.All(ids, id => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", id));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Relative_links_lead_to_files(string name)
    {
        var page = CourseNotebook.Lesson(name);
        foreach (var cell in page.Cells.Where(cell => !cell.IsCode))
        {
            foreach (Match link in Link().Matches(cell.Source))
            {
                var target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal)) continue;
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page.Path)!, target)),
                    $"{name}, cell {cell.Id} links to {target}");
            }
        }
    }

    [Fact]
    public void Each_lesson_ends_with_links_to_the_one_before_and_the_one_after()
    {
        var names = CourseNotebook.Lessons;
        var titles = names.Select(name => CourseNotebook.Lesson(name).Cells[0].Lines[0].TrimStart('#', ' ')).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            var links = Neighbour().Matches(CourseNotebook.Lesson(names[i]).Cells[^1].Lines[^1]).ToDictionary(link => link.Groups[1].Value);
            if (i > 0) Leads(links["Previous"], i - 1);
            if (i < names.Length - 1) Leads(links["Next"], i + 1);
        }

        void Leads(Match link, int lesson)
        {
            Assert.Equal(names[lesson], link.Groups[3].Value);
            Assert.StartsWith(link.Groups[2].Value, titles[lesson], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_rich_output_also_reads_as_text(string name)
    {
        foreach (var output in CourseNotebook.Lesson(name).Cells.Where(cell => cell.IsCode).SelectMany(cell => cell.Outputs))
        {
            if (output.TryGetProperty("data", out var data)) Assert.True(data.TryGetProperty("text/plain", out _), $"{name}: {data}");
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(Previous|Next): \[([0-9]{2} · [^\]]+)\]\(([^)]+)\)")]
    private static partial Regex Neighbour();
}
