using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Grading;

/// <summary>The code cells of one exercise.</summary>
/// <param name="Number">The number on the page: the text above the cells begins with <c>**3.**</c>.</param>
/// <param name="Cells">The cells up to the next exercise, in order.</param>
internal sealed partial record ExerciseCells(string Number, ImmutableArray<CodeCell> Cells)
{
    /// <summary>The names of the checks that the cells call, in order.</summary>
    public IEnumerable<string> Checks => Cells
        .SelectMany(cell => CheckCall().Matches(cell.Source))
        .Select(call => Regex.Unescape(call.Groups[1].Value));

    /// <summary>The exercises of a page that are checked, from top to bottom.</summary>
    public static ImmutableArray<ExerciseCells> Of(Notebook notebook)
    {
        var exercises = new List<(string Number, List<CodeCell> Cells)>();
        foreach (var cell in notebook.Cells)
        {
            if (cell is MarkdownCell && Heading().Matches(cell.Source) is [.., var heading]) exercises.Add((heading.Groups[1].Value, []));
            else if (cell is CodeCell code && exercises.Count > 0) exercises[^1].Cells.Add(code);
        }

        var all = exercises.Select(exercise => new ExerciseCells(exercise.Number, [.. exercise.Cells]));
        return [.. all.Where(exercise => exercise.Checks.Any())];
    }

    [GeneratedRegex(@"^\*\*([0-9]+)\.\*\*", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\bCheck\.[A-Z][A-Za-z]*\(\s*""((?:[^""\\\n]|\\.)*)""")]
    private static partial Regex CheckCall();
}
