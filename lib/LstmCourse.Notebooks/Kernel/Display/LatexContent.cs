using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>A piece of LaTeX, made by <see cref="NotebookHelpers.LaTeX"/>.</summary>
public sealed class LatexContent : IMimeContent
{
    internal LatexContent(string latex) => Source = latex;

    /// <summary>The LaTeX source.</summary>
    public string Source { get; }

    string IMimeContent.MimeType => "text/latex";

    string IMimeContent.Content => Source;

    string IMimeContent.PlainText => Source;

    /// <summary>The LaTeX source.</summary>
    public override string ToString() => Source;
}
