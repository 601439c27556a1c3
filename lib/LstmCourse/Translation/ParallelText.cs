using LstmCourse.Data;
using LstmCourse.Text;

namespace LstmCourse.Translation;

/// <summary>Turns sentence pairs into word ids: a vocabulary for each language, and the tokenizer that both share.</summary>
/// <param name="Source">The words of the language that is read.</param>
/// <param name="Target">The words of the language that is written.</param>
public sealed record ParallelText(Vocabulary Source, Vocabulary Target)
{
    private static readonly WordTokenizer Tokenizer = new(lowerCase: true);

    /// <summary>Builds both vocabularies from the pairs to learn from; leave validation and test pairs out.</summary>
    /// <param name="training">The pairs, at least one.</param>
    public static ParallelText Build(IReadOnlyList<SentencePair> training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return new ParallelText(
            Vocabulary.Build(training.Select(pair => Tokenize(pair.English))),
            Vocabulary.Build(training.Select(pair => Tokenize(pair.German))));
    }

    /// <summary>A sentence as lower-case words and punctuation marks.</summary>
    public static string[] Tokenize(string sentence) => Tokenizer.Tokenize(sentence);

    /// <summary>A sentence to translate, as word ids.</summary>
    public long[] EncodeSource(string sentence) => Source.Encode(Tokenize(sentence));

    /// <summary>A pair as word ids.</summary>
    public EncodedPair Encode(SentencePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return new EncodedPair(EncodeSource(pair.English), [.. Target.Encode(Tokenize(pair.German)), Vocabulary.EndId]);
    }

    /// <summary>Word ids of the target language as words, without the marks for begin, end and padding.</summary>
    public string[] Decode(IEnumerable<long> target) => Target.Decode(target);
}

/// <summary>A sentence pair as word ids.</summary>
/// <param name="source">The ids of the sentence that is read, at least one.</param>
/// <param name="target">The ids of its translation, with <see cref="Vocabulary.EndId"/> at the end.</param>
public sealed class EncodedPair(long[] source, long[] target)
{
    /// <summary>The ids of the sentence that is read.</summary>
    public long[] Source { get; } = source;

    /// <summary>The ids of its translation; the last one is <see cref="Vocabulary.EndId"/>.</summary>
    public long[] Target { get; } = target;

    /// <summary>The pair with its source the other way round.</summary>
    public EncodedPair Reversed() => new([.. Source.Reverse()], Target);
}
