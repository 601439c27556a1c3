using System.Text.Encodings.Web;
using System.Text.Json;

namespace LstmCourse.Text;

/// <summary>
/// The file of a vocabulary: JSON with a format name, so that another file is not mistaken for one, and every word with its count.
/// </summary>
internal static class VocabularyFile
{
    private const string Format = "lstmcourse-vocabulary-1";

    // Words of all scripts stay readable in the file.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Save(string path, IEnumerable<(string Token, long Count)> words)
    {
        var content = new Content(Format, [.. words.Select(word => new Word(word.Token, word.Count))]);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, content, Options));
    }

    public static IReadOnlyList<(string Token, long Count)> Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no vocabulary at {path}. Save one first, with Vocabulary.Save.", path);
        }

        Content? content;
        try
        {
            using var stream = File.OpenRead(path);
            content = JsonSerializer.Deserialize<Content>(stream, Options);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path} is not a whole vocabulary file: {error.Message} Save the vocabulary again.", error);
        }

        Check(path, content);
        return [.. content!.Words.Select(word => (word.Token, word.Count))];
    }

    private static void Check(string path, Content? content)
    {
        if (content?.Format != Format)
        {
            throw new InvalidDataException(
                $"Expected a vocabulary with format \"{Format}\" in {path}, got \"{content?.Format ?? "none"}\".");
        }

        var seen = new HashSet<string>(Vocabulary.Reserved, StringComparer.Ordinal);
        var previous = long.MaxValue;
        foreach (var (word, index) in (content.Words ?? []).Select((word, index) => (word, index)))
        {
            if (word is null || string.IsNullOrEmpty(word.Token) || word.Count < 1 || word.Count > previous || !seen.Add(word.Token))
            {
                throw new InvalidDataException(
                    $"The vocabulary in {path} was changed or damaged: entry {index} is empty, repeated or out of order. Build it again.");
            }

            previous = word.Count;
        }

        if (seen.Count == Vocabulary.Reserved.Count)
        {
            throw new InvalidDataException($"The vocabulary in {path} has no words. Build it again.");
        }
    }

    private sealed record Content(string Format, Word[] Words);

    private sealed record Word(string Token, long Count);
}
