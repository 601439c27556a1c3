using System.Text.Json;
using System.Text.RegularExpressions;

namespace LstmCourse.Tests.Notebooks;

/// <summary>Notebook 12 decides by the numbers of the others: each must stand in the outputs of the notebook that its row names.</summary>
public sealed partial class DecisionTableTests
{
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var line in Decisions().Where(line => Row().IsMatch(line)))
            {
                var cells = line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
                rows.Add(cells[0], Row().Match(line).Groups[1].Value, $"{cells[1]} {cells[2]}");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_number_of_the_decision_table_is_printed_by_the_notebook_it_names(string task, string notebook, string numbers)
    {
        // "5,000 to learn from" and "48 regressions" are words; results have a decimal point.
        var results = Result().Matches(numbers).Select(match => match.Value).ToArray();
        Assert.NotEmpty(results);

        var printed = string.Join('\n', CourseNotebook.Lesson(notebook).Cells.Where(cell => cell.IsCode)
            .SelectMany(cell => cell.Outputs).Select(Text));
        Assert.All(results, result => Assert.True(
            Regex.IsMatch(printed, $@"(?<![\d.]){Regex.Escape(result)}(?!\d)"), $"{task}: {result} is not printed by {notebook}"));
    }

    [Fact]
    public void The_decision_table_has_a_row_for_every_task() => Assert.InRange(Rows.Count, 10, 20);

    private static string[] Decisions() => CourseNotebook
        .Lesson(CourseNotebook.Lessons.Single(name => name.StartsWith("12", StringComparison.Ordinal)))
        .Cells.Single(cell => cell.Id == "decisions").Lines;

    private static string Text(JsonElement output)
    {
        var text = output.TryGetProperty("data", out var data) ? data.GetProperty("text/plain") : output.GetProperty("text");
        return text.ValueKind == JsonValueKind.Array
            ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString()!;
    }

    [GeneratedRegex(@"\[[0-9]{2}\]\(([^)]+\.ipynb)\) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"[0-9]+\.[0-9]+")]
    private static partial Regex Result();
}
