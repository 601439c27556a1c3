namespace LstmCourse.Data;

/// <summary>
/// Reads and writes sentence pairs: a line for each, with the columns english, german, origin (<c>grammar</c> or <c>hand</c>) and part
/// (<c>train</c>, <c>validation</c>, <c>test</c> or <c>combinations</c>), which tabs separate.
/// </summary>
public static class PairCorpus
{
    private const string Heading = "english\tgerman\torigin\tpart";

    /// <summary>The pairs that ship with the course: those of its grammar, and those that were written by hand.</summary>
    public static IReadOnlyList<SentencePair> Load() => Load(CourseData.PathOf("pairs.tsv"));

    /// <summary>Reads a file of pairs.</summary>
    /// <param name="path">A file in UTF-8 with a heading.</param>
    /// <returns>The pairs in the order of the file, at least one.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The heading or a row is wrong; the message names the line.</exception>
    public static IReadOnlyList<SentencePair> Load(string path)
    {
        var lines = TextFile.Read(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != Heading)
            throw new InvalidDataException($"{path}: expected the heading \"{Heading.Replace("\t", "<tab>")}\", got \"{lines[0]}\".");
        return lines.Length > 1
            ? [.. lines.Skip(1).Select((line, i) => Read(line, path, i + 2))]
            : throw new InvalidDataException($"{path} has a heading and no pairs.");
    }

    /// <summary>Writes pairs; an earlier file stays whole until the new one is complete.</summary>
    public static void Save(string path, IEnumerable<SentencePair> pairs) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, TextFile.StrictUtf8, leaveOpen: true);
        writer.Write(Write(pairs));
    });

    /// <summary>The pairs as the text of a file.</summary>
    internal static string Write(IEnumerable<SentencePair> pairs) => string.Concat(pairs
        .Select(pair => string.Join('\t', pair.English, pair.German, Name(pair.Origin), Name(pair.Part)))
        .Prepend(Heading).Select(line => line + "\n"));

    private static SentencePair Read(string line, string path, int number)
    {
        var fields = line.Split('\t');
        if (fields.Length != 4 || fields.Any(string.IsNullOrWhiteSpace))
            throw new InvalidDataException($"{path}, line {number}: expected 4 columns with a tab between them, got \"{line}\".");
        return new SentencePair(
            fields[0], fields[1], Parse<PairOrigin>(fields[2], path, number), Parse<PairPart>(fields[3], path, number));
    }

    private static T Parse<T>(string word, string path, int number) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Name(value) == word) return value;
        }

        throw new InvalidDataException(
            $"{path}, line {number}: expected one of {string.Join(", ", Enum.GetValues<T>().Select(Name))}, got \"{word}\".");
    }

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
