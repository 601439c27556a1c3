namespace LstmCourse.Tests.Notebooks;

/// <summary>The regression run keeps the committed outputs true; these tests say what they must hold.</summary>
public class ExerciseTests
{
    public static TheoryData<string> Lessons => [.. CourseNotebook.Lessons];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_untouched_starter_fails_every_check_and_gets_no_hint(string name)
    {
        var lesson = CourseNotebook.Lesson(name);

        var verdicts = lesson.Verdicts();
        Assert.True(verdicts.Length >= 4, $"{name} has {verdicts.Length} checks; expected at least four.");
        Assert.All(verdicts, verdict => Assert.StartsWith("not yet  ", verdict));
        Assert.All(verdicts, verdict => Assert.DoesNotContain(" — ", verdict));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void With_the_solution_every_check_passes(string name)
    {
        var solution = CourseNotebook.Solution(name);

        var verdicts = solution.Verdicts();
        Assert.All(verdicts, verdict => Assert.StartsWith("ok  ", verdict));
        Assert.Equal(CourseNotebook.Lesson(name).Verdicts().Length, verdicts.Length);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_solution_is_held_to_the_lessons_own_checks(string name)
    {
        static string[] Checks(CourseNotebook notebook) =>
        [
            .. notebook.Cells.Where(cell => cell.IsCheck)
                .SelectMany(cell => string.Join(' ', cell.Lines.Select(line => line.Trim())).Split("Check.").Skip(1))
                .Where(call => !call.StartsWith("Todo", StringComparison.Ordinal)),
        ];

        Assert.Equal(Checks(CourseNotebook.Lesson(name)), Checks(CourseNotebook.Solution(name)));
    }

    [Fact]
    public void Every_lesson_has_its_solution_and_every_solution_its_lesson() =>
        Assert.Equal(CourseNotebook.Lessons, CourseNotebook.Solutions);
}
