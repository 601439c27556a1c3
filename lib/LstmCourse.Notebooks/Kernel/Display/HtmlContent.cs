using System.Net;
using System.Text.RegularExpressions;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>A piece of HTML to show as it is, made by <see cref="NotebookHelpers.HTML"/>.</summary>
public sealed partial class HtmlContent : IMimeContent
{
    internal HtmlContent(string html) => Html = html;

    /// <summary>The HTML source.</summary>
    public string Html { get; }

    string IMimeContent.MimeType => "text/html";

    string IMimeContent.Content => Html;

    string IMimeContent.PlainText
    {
        get
        {
            var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Unseen().Replace(Html, " "), " ")), " ").Trim();
            return text.Length == 0 ? "(HTML)" : text.Length <= 1000 ? text : string.Concat(text.AsSpan(0, 999), "…");
        }
    }

    /// <summary>The HTML source.</summary>
    public override string ToString() => Html;

    [GeneratedRegex("<(script|style|svg)\\b.*?</\\1\\s*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
