using System.Net;
using System.Text.RegularExpressions;

namespace LstmCourse.Notebooks.Kernel.Formatting;

/// <summary>What a piece of HTML says, for places that show text only.</summary>
internal static partial class HtmlText
{
    private const int MostCharacters = 1000;

    /// <summary>The text between the tags; <c>(HTML)</c> if there is none.</summary>
    public static string Of(string html)
    {
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Unseen().Replace(html, " "), " ")), " ").Trim();
        return text.Length == 0 ? "(HTML)" : text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
    }

    [GeneratedRegex("<(script|style|svg)\\b.*?</\\1\\s*>|<!--.*?-->",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
