namespace LstmCourse.Text;

/// <summary>Finds paragraphs and sentences in plain text, by rules that are easy to state.</summary>
public static class SentenceSplitter
{
    private static readonly char[] Closing = ['"', '\'', '”', '’', ')', ']'];

    /// <summary>The blocks of lines that empty lines separate; the lines keep their breaks.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (paragraphs, lines) = (new List<string>(), new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(line.Trim());
            else if (lines.Count > 0)
            {
                paragraphs.Add(string.Join('\n', lines));
                lines.Clear();
            }
        }

        return paragraphs;
    }

    /// <summary>A paragraph on one line.</summary>
    public static string JoinLines(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return paragraph.Replace('\n', ' ');
    }

    /// <summary>
    /// The sentences of a paragraph. One ends after <c>.</c> <c>!</c> <c>?</c> or <c>...</c>, with the quotation marks and brackets that
    /// close behind it, if white space and then something else than a small letter follow, and the full stop belongs to no abbreviation.
    /// Line breaks become spaces: a heading is a sentence of its own only if it is a paragraph of its own or ends like a sentence.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var (sentences, start) = (new List<string>(), 0);
        for (var i = 0; i < paragraph.Length; i++)
        {
            var end = paragraph[i] is '.' or '!' or '?' or '…' ? EndOfMarks(paragraph, i) : i;
            if (end == i || !IsEnd(paragraph, start, i, end)) continue;
            sentences.Add(JoinLines(paragraph[start..end]).Trim());
            start = end;
            i = end - 1;
        }

        var rest = JoinLines(paragraph[start..]).Trim();
        if (rest.Length > 0) sentences.Add(rest);
        return sentences;
    }

    private static int EndOfMarks(string text, int at)
    {
        while (at < text.Length && (text[at] is '.' or '!' or '?' or '…' || Closing.Contains(text[at]))) at++;
        return at;
    }

    private static bool IsEnd(string text, int start, int mark, int end)
    {
        if (end == text.Length) return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next < text.Length && char.IsLower(text[next])) return false;

        var wordStart = mark;
        while (wordStart > start && !char.IsWhiteSpace(text[wordStart - 1])) wordStart--;
        return text[mark] != '.' || end > mark + 1 || wordStart == mark || !Abbreviations.OwnsStop(text, wordStart, mark);
    }
}
