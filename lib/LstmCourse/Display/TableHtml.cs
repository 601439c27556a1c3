using System.Net;
using System.Text;

namespace LstmCourse.Display;

/// <summary>
/// Writes a table as plain HTML, which notebooks style themselves. Jupyter sets every cell to the right, which the attribute does not
/// overrule and the style does; GitHub keeps the attribute and drops the style.
/// </summary>
internal static class TableHtml
{
    /// <param name="head">Rows of headings: names, perhaps types below them.</param>
    /// <param name="rows">The cells, as many in each row as there are headings.</param>
    /// <param name="toTheRight">For each column whether it stands to the right, as numbers do.</param>
    public static string Write(
        IReadOnlyList<IReadOnlyList<string>> head, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> toTheRight)
    {
        var html = new StringBuilder("<table>\n<thead>\n");
        foreach (var row in head) Row(row, "th");
        html.Append("</thead>\n<tbody>\n");
        foreach (var row in rows) Row(row, "td");
        return html.Append("</tbody>\n</table>\n").ToString();

        void Row(IReadOnlyList<string> cells, string tag)
        {
            html.Append("<tr>");
            for (var c = 0; c < cells.Count; c++)
            {
                html.Append('<').Append(tag).Append(toTheRight[c] ? " align=\"right\">" : " align=\"left\" style=\"text-align: left\">")
                    .Append(WebUtility.HtmlEncode(cells[c])).Append("</").Append(tag).Append('>');
            }

            html.Append("</tr>\n");
        }
    }
}
