using System.Text.RegularExpressions;

namespace LstmCourse.Tests.Notebooks;

/// <summary>
/// What learners get to read while they are not there yet. Exercises train from a seed, so they run alone; and they run without a culture,
/// as in every kernel of the course.
/// </summary>
[Collection("engine")]
[Trait("Culture", "Any")]
public sealed partial class WrongAnswerTests
{
    public static TheoryData<string> Pages => [.. WrongAnswer.Pages];

    public static TheoryData<string, int, string> Mistakes
    {
        get
        {
            var mistakes = new TheoryData<string, int, string>();
            foreach (var page in WrongAnswer.Pages)
            {
                foreach (var (mistake, i) in WrongAnswer.On(page).Select((mistake, i) => (mistake, i))) mistakes.Add(page, i,
                    mistake.Check);
            }

            return mistakes;
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_plausible_mistake_gets_the_hint_that_fits(string page, int index, string check)
    {
        var mistake = WrongAnswer.On(page)[index];
        var verdicts = await new SolutionPage(page).RunAsync(SolutionPage.ExerciseOf(mistake.Cell)!, mistake);

        var verdict = Assert.Single(verdicts, line => IsAbout(line, check));
        Assert.StartsWith("not yet  ", verdict, StringComparison.Ordinal);
        Assert.Contains(mistake.Hint, verdict, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_check_knows_a_plausible_mistake(string page)
    {
        var solution = new SolutionPage(page);
        var checks = solution.Exercises.SelectMany(solution.CellsOf).SelectMany(cell => CheckName().Matches(cell.Source))
            .Select(call => call.Groups[1].Value);
        Assert.Equal(checks.Order(StringComparer.Ordinal), WrongAnswer.On(page).Select(mistake => mistake.Check).Distinct()
            .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_solution_is_right_and_no_hint_tells_its_answer(string page)
    {
        var solution = new SolutionPage(page);
        foreach (var exercise in solution.Exercises)
        {
            var verdicts = await solution.RunAsync(exercise);
            Assert.NotEmpty(verdicts);
            Assert.All(verdicts, verdict => Assert.StartsWith("ok  ", verdict, StringComparison.Ordinal));

            var words = string.Join('\n', solution.CellsOf(exercise).SelectMany(cell => Literal().Matches(cell.Source))
                .Select(literal => literal.Groups[1].Value));
            var answers = verdicts.Select(verdict => verdict.Split(" = ", 2)).Where(parts => parts.Length == 2)
                .Select(parts => Trimmed(parts[1]));
            Assert.All(answers.Where(answer => answer.Length > 2), answer =>
                Assert.DoesNotContain(answer, words, StringComparison.Ordinal));
        }
    }

    private static bool IsAbout(string verdict, string check) =>
        Regex.IsMatch(verdict, $"^(ok|not yet)  {Regex.Escape(check)}($| = |: | — )");

    private static string Trimmed(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0') : number;

    [GeneratedRegex(@"\bCheck\.[A-Z][A-Za-z]*\(\s*""([^""]+)""")]
    private static partial Regex CheckName();

    [GeneratedRegex(@"""([^""\n]*)""")]
    private static partial Regex Literal();
}
