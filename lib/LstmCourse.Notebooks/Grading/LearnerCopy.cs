using System.Text;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Grading;

/// <summary>The copy of a lesson that a learner works in.</summary>
public static class LearnerCopy
{
    /// <summary>
    /// The lesson without outputs, so that no answer stands under its question. Links to the solutions beside the lesson lead there from
    /// the copy's folder too; nothing else is changed.
    /// </summary>
    /// <param name="lesson">The lesson as it is committed.</param>
    /// <param name="lessons">The lessons' folder, relative to the copy's, with forward slashes.</param>
    public static Notebook Of(Notebook lesson, string lessons)
    {
        ArgumentNullException.ThrowIfNull(lesson);

        var blank = lesson.WithOutputs(lesson.CodeCells.ToDictionary(cell => cell.Index, _ => new CellResult([], null)));
        var text = blank.Text.Replace("](solutions/", $"]({lessons}/solutions/", StringComparison.Ordinal);
        return Notebook.Parse(Encoding.UTF8.GetBytes(text), lesson.Name);
    }
}
