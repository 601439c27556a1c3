using System.Text;

namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>Replaces the characters from <paramref name="Start"/> up to <paramref name="End"/> by others.</summary>
internal sealed record TextEdit(int Start, int End, string Replacement)
{
    /// <summary>Applies edits that do not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var done = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            result.Append(text, done, edit.Start - done).Append(edit.Replacement);
            done = edit.End;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
