using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>A piece of Markdown, made by <see cref="NotebookHelpers.Markdown"/>.</summary>
public sealed class MarkdownContent : IMimeContent
{
    internal MarkdownContent(string markdown) => Source = markdown;

    /// <summary>The Markdown source.</summary>
    public string Source { get; }

    string IMimeContent.MimeType => "text/markdown";

    string IMimeContent.Content => Source;

    string IMimeContent.PlainText => Source;

    /// <summary>The Markdown source.</summary>
    public override string ToString() => Source;
}
