using System.Text.RegularExpressions;

namespace LstmCourse.Notebooks.Grading;

/// <summary>A line that a check printed: <c>ok  NAME = VALUE</c> or <c>not yet  NAME: WHAT CAME — HINT</c>.</summary>
/// <param name="Passed">Whether it begins with <c>ok</c>.</param>
/// <param name="Text">What follows.</param>
internal sealed partial record CheckLine(bool Passed, string Text)
{
    /// <summary>What was said about a check, or null if the line is about another one.</summary>
    public string? NoteAbout(string check)
    {
        if (!Text.StartsWith(check, StringComparison.Ordinal)) return null;
        var rest = Text[check.Length..];
        return rest is "" or [' ', '=', ..] ? "" : rest is [':', ' ', ..] ? rest[2..] : rest is [' ', '—', ' ', ..] ? rest[3..] : null;
    }

    /// <summary>The check's name, as far as the line tells it.</summary>
    public string Name => Text[..End().Match(Text).Index];

    /// <summary>The lines of checks in what a cell printed.</summary>
    public static IEnumerable<CheckLine> In(string printed) =>
        Line().Matches(printed).Select(line => new CheckLine(line.Groups[1].Value == "ok", line.Groups[2].Value));

    [GeneratedRegex("^(ok|not yet)  (.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(" = |: | — |$")]
    private static partial Regex End();
}
