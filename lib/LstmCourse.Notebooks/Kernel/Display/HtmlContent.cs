using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>A piece of HTML to show as it is, made by <see cref="NotebookHelpers.HTML"/>.</summary>
public sealed class HtmlContent : IMimeContent
{
    internal HtmlContent(string html) => Html = html;

    /// <summary>The HTML source.</summary>
    public string Html { get; }

    string IMimeContent.MimeType => "text/html";

    string IMimeContent.Content => Html;

    string IMimeContent.PlainText => HtmlText.Of(Html);

    /// <summary>The HTML source.</summary>
    public override string ToString() => Html;
}
