using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Comparison;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>
/// A page that shows what differs, for a browser: committed and new outputs side by side, drawings laid over each other. It loads nothing
/// from elsewhere, and what notebooks put into their outputs cannot run in it.
/// </summary>
internal static class HtmlReport
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private const string Style = """
        :root { color-scheme: light dark; --bad: light-dark(#b62324, #ff8a80); --good: light-dark(#1a7f37, #7ee787) }
        body { font: 15px system-ui, sans-serif; margin: 2em; color: light-dark(#1b1f24, #e6edf3); background: light-dark(#fff, #0d1117) }
        pre { background: light-dark(#f6f8fa, #161b22); padding: .6em; overflow: auto; margin: 0; max-height: 30em }
        .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; margin: .5em 0 }
        figure { margin: 0; min-width: 0 } figcaption { font-size: .85em; opacity: .8; margin-bottom: .3em }
        .minus { background: light-dark(#ffebe9, #4b1d1d) } .plus { background: light-dark(#dafbe1, #17391f) }
        img { max-width: 100%; background: #fff } .over { position: relative; isolation: isolate; filter: invert(1) contrast(3) }
        .over img { width: 100%; display: block }
        .over img + img { position: absolute; left: 0; top: 0; mix-blend-mode: difference }
        iframe { width: 100%; border: 1px solid light-dark(#d0d7de, #30363d); background: #fff; resize: vertical }
        .bad { color: var(--bad) } .good { color: var(--good) }
        """;

    /// <summary>The page.</summary>
    public static string Of(ImmutableArray<NotebookResult> results)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Notebook run</title>\n");
        page.Append("<style>\n").Append(Style).Append("</style></head><body>\n<h1>Notebook run</h1>\n");
        foreach (var result in results) Append(page, result);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Append(StringBuilder page, NotebookResult result)
    {
        var kind = result.Outcome == NotebookOutcome.Passed ? "good" : "bad";
        var attempts = result.IsFlaky ? $", flaky: at attempt {result.Attempts}" : "";
        page.Append(Invariant, $"<h2>{Text(result.File.DisplayName)} <span class=\"{kind}\">{result.Outcome}{attempts}</span></h2>\n");
        if (result.Run.StartProblem is { } problem) page.Append(Invariant, $"<pre>{Text(problem)}</pre>\n");
        if (result.Run.Failure is { } failure) page.Append(Invariant,
            $"<h3>Cell {failure.Cell.Number}</h3>\n<pre>{Text(failure.Problem ?? "")}</pre>\n");
        foreach (var cell in result.Run.Cells)
        {
            var differences = result.Differences.Where(difference => difference.Cell == cell.Cell.Number).ToList();
            if (cell.Cell.Number is null || differences.Count == 0) continue;
            page.Append(Invariant, $"<h3>Cell {cell.Cell.Number}</h3>\n");
            foreach (var difference in differences) Append(page, difference);
            Append(page, result.Expected?.Cells.FirstOrDefault(c => c.Cell.Index == cell.Cell.Index)?.Outputs ?? cell.Cell.Outputs,
                cell.Outputs);
        }
    }

    private static void Append(StringBuilder page, OutputDifference difference)
    {
        page.Append(Invariant, $"<p>{Text(difference.Place)}</p>\n<pre>");
        foreach (var line in difference.Lines)
        {
            var kind = line.StartsWith("- ", StringComparison.Ordinal) ? "minus" : line.StartsWith("+ ", StringComparison.Ordinal)
                ? "plus" : "";
            page.Append(Invariant, $"<span class=\"{kind}\">{Text(line)}</span>\n");
        }

        page.Append("</pre>\n");
    }

    private static void Append(StringBuilder page, ImmutableArray<CellOutput> expected, ImmutableArray<CellOutput> actual)
    {
        for (var i = 0; i < Math.Max(expected.Length, actual.Length); i++)
        {
            var (before, after) = (i < expected.Length ? expected[i] : null, i < actual.Length ? actual[i] : null);
            var (left, right) = (Show(before), Show(after));
            if (left == right) continue;
            page.Append("<div class=\"pair\">").Append(Side("expected", left)).Append(Side("came", right)).Append("</div>\n");
            if (Drawing(before) is { } old && Drawing(after) is { } fresh && old != fresh)
            {
                page.Append(Invariant,
                    $"<p>Both over each other: what is the same is white.</p>\n<div class=\"over\">{Image(old)}{Image(fresh)}</div>\n");
            }
        }
    }

    private static string Side(string caption, string output) =>
        $"<figure><figcaption>{caption}</figcaption>{output}</figure>";

    private static string Show(CellOutput? output)
    {
        if (Drawing(output) is { } drawing) return Image(drawing);
        return output switch
        {
            null => "<em>no output</em>",
            StreamOutput stream => $"<pre>{Text(stream.Text)}</pre>",
            ErrorOutput error => $"<pre>{Text(string.Join('\n', error.Traceback))}</pre>",
            _ => Bundle(output) is { } bundle ? Show(bundle) : "",
        };
    }

    private static string Show(MimeBundle bundle)
    {
        var text = TextOf(bundle, "text/plain");
        if (TextOf(bundle, "text/html") is { } html)
        {
            // A sandbox without permissions runs no script, so the frame cannot tell its height: the text says how many lines there are.
            var lines = Math.Clamp((text ?? "").Count(c => c == '\n') + 1, 3, 15);
            return $"<iframe sandbox style=\"height: {(lines * 1.6 + 2).ToString(Invariant)}em\" srcdoc=\"{Text(html)}\"></iframe>";
        }

        return $"<pre>{Text(text ?? string.Join(", ", bundle.Representations.Select(form => form.Key)))}</pre>";
    }

    private static string? Drawing(CellOutput? output) => Bundle(output) is { } bundle ? TextOf(bundle, "image/svg+xml") : null;

    private static MimeBundle? Bundle(CellOutput? output) => (output as DisplayOutput)?.Data ?? (output as ResultOutput)?.Data;

    private static string? TextOf(MimeBundle bundle, string mimeType) =>
        bundle[mimeType] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // As an image a drawing runs no script either.
    private static string Image(string svg) =>
        $"<img alt=\"\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\">";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
