using System.Collections.Frozen;

namespace LstmCourse.Text;

/// <summary>
/// The words a model knows, each with its number. Four ids are set aside: <see cref="PadId"/> fills short sequences,
/// <see cref="UnknownId"/> stands for every word outside the vocabulary, <see cref="BeginId"/> and <see cref="EndId"/> mark the
/// two ends of a text. Words follow by how often they occur, the most frequent first; equally frequent ones in ordinal order, so
/// that the same texts always give the same numbers.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>The id that fills short sequences: 0.</summary>
    public const int PadId = 0;

    /// <summary>The id of every word outside the vocabulary: 1.</summary>
    public const int UnknownId = 1;

    /// <summary>The id that marks the beginning of a text: 2.</summary>
    public const int BeginId = 2;

    /// <summary>The id that marks the end of a text: 3.</summary>
    public const int EndId = 3;

    /// <summary>How the four reserved ids are written.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["<pad>", "<unk>", "<begin>", "<end>"];

    private readonly string[] _tokens;
    private readonly long[] _counts;
    private readonly FrozenDictionary<string, int> _ids;

    internal Vocabulary(IEnumerable<(string Token, long Count)> words)
    {
        (string Token, long Count)[] entries = [.. Reserved.Select(token => (token, 0L)), .. words];
        _tokens = [.. entries.Select(entry => entry.Token)];
        _counts = [.. entries.Select(entry => entry.Count)];
        _ids = _tokens.Select((token, id) => KeyValuePair.Create(token, id)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>How many ids there are, the four reserved ones included: the <c>num_embeddings</c> of an embedding layer.</summary>
    public int Count => _tokens.Length;

    /// <summary>All tokens in the order of their ids, the reserved ones first.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>
    /// Numbers the words of the training texts. Leave validation and test texts out: a vocabulary that has seen them knows words
    /// that the model could not have met in its training, and the test score would be too good.
    /// </summary>
    /// <param name="trainingTexts">The training texts, each as its tokens.</param>
    /// <param name="maxSize">The largest number of ids, the four reserved ones included; the rarest words are left out.</param>
    /// <param name="minimumCount">
    /// How often a word must occur to be taken in, at least 1. From 2 on some training words are unknown too, so that the model can learn
    /// what to make of <see cref="UnknownId"/>; if it never sees that id in training, unknown words in a test read as noise.
    /// </param>
    /// <exception cref="ArgumentException">There are no words, or a limit leaves no room for any.</exception>
    public static Vocabulary Build(IEnumerable<IEnumerable<string>> trainingTexts, int maxSize = int.MaxValue, int minimumCount = 1)
    {
        ArgumentNullException.ThrowIfNull(trainingTexts);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        if (maxSize <= Reserved.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(maxSize), maxSize,
                $"Expected a vocabulary of at least {Reserved.Count + 1} ids, because {Reserved.Count} are reserved for "
                    + $"{string.Join(' ', Reserved)}.");
        }

        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var token in trainingTexts.SelectMany(text => text))
        {
            counts[token] = counts.GetValueOrDefault(token) + 1;
        }

        foreach (var reserved in Reserved) counts.Remove(reserved);
        var words = counts.Where(word => word.Value >= minimumCount)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(maxSize - Reserved.Count)
            .Select(word => (word.Key, word.Value))
            .ToArray();

        if (words.Length > 0) return new Vocabulary(words);
        throw new ArgumentException(counts.Count == 0
            ? "Expected training texts with at least one word, got none. Check that the texts were loaded and cut into tokens."
            : $"None of the {counts.Count} words occurs {minimumCount} times. Lower minimumCount.", nameof(trainingTexts));
    }

    /// <summary>Whether the token has an id of its own.</summary>
    public bool Contains(string token) => _ids.ContainsKey(token);

    /// <summary>The token's id, or <see cref="UnknownId"/>.</summary>
    public int IdOf(string token) => _ids.GetValueOrDefault(token, UnknownId);

    /// <summary>The token of an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id lies outside 0 to <see cref="Count"/> - 1.</exception>
    public string TokenOf(long id) => id >= 0 && id < Count
        ? _tokens[id]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"Expected an id from 0 to {Count - 1}, the vocabulary has {Count}.");

    /// <summary>How often the token occurred in the training texts; 0 for reserved and unknown ones.</summary>
    public long CountOf(string token) => _ids.TryGetValue(token, out var id) ? _counts[id] : 0;

    /// <summary>The ids of tokens, <see cref="UnknownId"/> for those outside the vocabulary.</summary>
    /// <returns>One id a token, in the type that embedding layers take.</returns>
    public long[] Encode(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return [.. tokens.Select(token => (long)IdOf(token))];
    }

    /// <summary>The tokens of ids.</summary>
    /// <param name="ids">Ids from 0 to <see cref="Count"/> - 1.</param>
    /// <param name="keepReserved">Whether the pad, begin and end marks are kept; the mark for unknown words always is.</param>
    public string[] Decode(IEnumerable<long> ids, bool keepReserved = false)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return [.. ids.Where(id => keepReserved || id is not (PadId or BeginId or EndId)).Select(TokenOf)];
    }

    /// <summary>Which share of the tokens the vocabulary knows, from 0 to 1; 1 for no tokens.</summary>
    public double Coverage(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var (known, all) = (0L, 0L);
        foreach (var token in tokens)
        {
            all++;
            if (Contains(token)) known++;
        }

        return all == 0 ? 1 : (double)known / all;
    }

    /// <summary>Saves the vocabulary; an earlier file stays whole until the new one is complete.</summary>
    public void Save(string path) => VocabularyFile.Save(path, Tokens.Skip(Reserved.Count).Select(token => (token, CountOf(token))));

    /// <summary>Loads a saved vocabulary.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no vocabulary, or was damaged.</exception>
    public static Vocabulary Load(string path) => new(VocabularyFile.Load(path));

    /// <summary>The size and the most frequent words.</summary>
    public override string ToString() =>
        $"{Count} ids: {string.Join(' ', Reserved)}, then {string.Join(' ', _tokens.Skip(Reserved.Count).Take(8))}"
            + (Count > Reserved.Count + 8 ? " ..." : "");
}
