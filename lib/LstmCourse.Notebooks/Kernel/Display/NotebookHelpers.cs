using System.Diagnostics.CodeAnalysis;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>What every cell can call without further ado.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The names that notebooks of all languages use.")]
[SuppressMessage("Style", "IDE1006", Justification = "The names that notebooks of all languages use.")]
public static class NotebookHelpers
{
    /// <summary>Shows a value below the cell, now.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">For text that is written in these MIME types; without any, the value's own form.</param>
    /// <returns>What can be updated later.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        ArgumentNullException.ThrowIfNull(mimeTypes);
        var data = mimeTypes.Length == 0 ? ValueFormatter.Format(value) : ValueFormatter.FormatAs(value, mimeTypes);
        var cell = RunningCell.Current;
        var displayed = new DisplayedValue(cell, cell?.NextDisplayId() ?? "");
        cell?.Display(data, displayed.DisplayId);
        return displayed;
    }

    /// <summary>Text that is HTML.</summary>
    public static HtmlContent HTML(string html) => new(html);

    /// <summary>Text that is Markdown.</summary>
    public static MarkdownContent Markdown(string markdown) => new(markdown);

    /// <summary>Text that is LaTeX, as in <c>$$E = mc^2$$</c>.</summary>
    public static LatexContent LaTeX(string latex) => new(latex);

    /// <summary>Runs a script in the page that shows the notebook, if that allows scripts.</summary>
    /// <param name="script">JavaScript.</param>
    public static DisplayedValue Javascript(string script) => display(HTML($"<script type=\"text/javascript\">{script}</script>"));

    /// <summary>Adds style rules to the page that shows the notebook.</summary>
    /// <param name="rules">CSS.</param>
    public static DisplayedValue CSS(string rules) => display(HTML($"<style>{rules}</style>"));

    /// <summary>Asks the person for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <exception cref="InvalidOperationException">The notebook is run where nobody can answer.</exception>
    public static string Input(string prompt = "") => Ask(prompt, isPassword: false);

    /// <summary>Asks the person for a line of text that is not shown while it is typed.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <exception cref="InvalidOperationException">The notebook is run where nobody can answer.</exception>
    public static string Password(string prompt = "") => Ask(prompt, isPassword: true);

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">True to remove it only when something new is shown, so that nothing flickers.</param>
    public static void clear_output(bool wait = false) => RunningCell.Current?.Buffer.Clear(wait);

    private static string Ask(string prompt, bool isPassword) =>
        RunningCell.Current?.ReadLine(prompt, isPassword) ?? throw new InvalidOperationException("Only a running cell can ask for input.");
}
