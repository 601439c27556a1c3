namespace LstmCourse.Text;

/// <summary>Turns text into ids: the tokenizer first, then the vocabulary. A trained model needs the same two again.</summary>
/// <param name="tokenizer">Cuts the text.</param>
/// <param name="vocabulary">Numbers the tokens.</param>
public sealed class TextEncoder(WordTokenizer tokenizer, Vocabulary vocabulary)
{
    /// <summary>Cuts the text.</summary>
    public WordTokenizer Tokenizer { get; } = tokenizer;

    /// <summary>Numbers the tokens.</summary>
    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Encodes one text that someone wants an answer for.</summary>
    /// <exception cref="ArgumentException">The text is empty, or the vocabulary knows no word of it.</exception>
    public EncodedText Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoded = Read(text);
        if (encoded.Tokens.Length == 0) throw new ArgumentException("The text is empty: expected at least one word.", nameof(text));
        if (encoded.UnknownCount == encoded.Tokens.Length)
        {
            throw new ArgumentException(
                $"None of the {encoded.Tokens.Length} tokens ({string.Join(' ', encoded.Tokens.Take(5))}) is in the vocabulary of "
                    + $"{Vocabulary.Count}, so a model could only guess. Use words of the language it was trained on.",
                nameof(text));
        }

        return encoded;
    }

    /// <summary>Encodes the texts of a corpus. Texts of unknown words only are let through, as a test set may hold them.</summary>
    /// <exception cref="ArgumentException">A text is empty; the message gives its index.</exception>
    public IReadOnlyList<EncodedText> EncodeAll(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. texts.Select((text, index) => Read(text) is { Tokens.Length: > 0 } encoded
            ? encoded
            : throw new ArgumentException(
                $"Text {index} is empty: expected at least one word. Leave it out of the corpus.", nameof(texts)))];
    }

    private EncodedText Read(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var ids = Vocabulary.Encode(tokens);
        return new EncodedText(tokens, ids, ids.Count(id => id == Vocabulary.UnknownId));
    }
}
