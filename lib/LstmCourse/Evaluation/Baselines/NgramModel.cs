using LstmCourse.Text;

namespace LstmCourse.Evaluation.Baselines;

/// <summary>
/// Predicts the next token from the last one or two by counting, with interpolated Kneser–Ney smoothing:
/// <code>
/// P(w | h) = max(c(h w) − D, 0) / c(h)  +  D · n(h) / c(h) · P(w | h′)
/// </code>
/// where c counts how often, n(h) is the number of different tokens seen after the context h, and h′ is h without its oldest token.
/// The shorter contexts count in how many different surroundings a token was seen, not how often, and below them all stands the uniform
/// distribution, so that every token of the vocabulary has a probability above zero and they sum to one.
/// Source: Kneser and Ney, Improved backing-off for m-gram language modeling, ICASSP 1995; in the interpolated form of Chen and Goodman,
/// 1999.
/// </summary>
public sealed class NgramModel
{
    private const long Absent = -1;

    // One table for each context length, from 0 to order - 1.
    private readonly Dictionary<(long Older, long Newer), NgramCounts>[] _tables;

    private NgramModel(int order, int vocabularySize, double discount)
    {
        (Order, VocabularySize, Discount) = (order, vocabularySize, discount);
        _tables = [.. Enumerable.Range(0, order).Select(_ => new Dictionary<(long, long), NgramCounts>())];
    }

    /// <summary>How many tokens an n-gram has: 1, 2 (bigram) or 3 (trigram).</summary>
    public int Order { get; }

    /// <summary>The number of ids a token may have.</summary>
    public int VocabularySize { get; }

    /// <summary>The discount D, between 0 and 1.</summary>
    public double Discount { get; }

    /// <summary>Counts the n-grams of training sequences.</summary>
    /// <param name="sequences">
    /// Token ids, each sequence on its own; the model sees each as if <see cref="Vocabulary.BeginId"/> came before it.
    /// </param>
    /// <param name="order">1, 2 or 3.</param>
    /// <param name="vocabularySize">The number of ids: every id must be below it.</param>
    /// <param name="discount">What is taken from each count and given to what was not seen, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">There are no tokens, or an id lies outside the vocabulary.</exception>
    public static NgramModel Fit(IEnumerable<IReadOnlyList<long>> sequences, int order, int vocabularySize, double discount = 0.75)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 1);
        if (discount is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(discount), discount,
            "Expected a discount above 0 and below 1.");

        var model = new NgramModel(order, vocabularySize, discount);
        foreach (var sequence in sequences)
        {
            for (var t = 0; t < sequence.Count; t++) model.Count(sequence, t);
        }

        return model._tables[0].Count > 0
            ? model
            : throw new ArgumentException("Expected training sequences with at least one token, got none.", nameof(sequences));
    }

    /// <summary>The probability that <paramref name="next"/> follows <paramref name="context"/>, above 0 and at most 1.</summary>
    /// <param name="context">The tokens before, the newest last; as many as there are, the model takes what it needs.</param>
    /// <param name="next">The token in question.</param>
    public double Probability(IReadOnlyList<long> context, long next)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Probability(context, context.Count, next);
    }

    /// <summary>The probability of every token after <paramref name="context"/>.</summary>
    /// <returns><see cref="VocabularySize"/> values that sum to one.</returns>
    public double[] Distribution(IReadOnlyList<long> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var distribution = new double[VocabularySize];
        Array.Fill(distribution, 1.0 / VocabularySize);
        for (var length = 0; length < Order; length++)
        {
            if (!_tables[length].TryGetValue(KeyOf(context, context.Count, length), out var counts)) break;
            var reserved = Discount * counts.Types / counts.Total;
            for (var id = 0; id < distribution.Length; id++) distribution[id] *= reserved;
            foreach (var (id, count) in counts.Following) distribution[id] += (count - Discount) / counts.Total;
        }

        return distribution;
    }

    /// <summary>The perplexity of held-out sequences: exp of the mean negative log-probability of a token.</summary>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public double Perplexity(IEnumerable<IReadOnlyList<long>> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var (sum, tokens) = (0.0, 0);
        foreach (var sequence in sequences)
        {
            for (var t = 0; t < sequence.Count; t++)
            {
                sum -= Math.Log(Probability(sequence, t, sequence[t]));
                tokens++;
            }
        }

        return tokens > 0
            ? Math.Exp(sum / tokens)
            : throw new ArgumentException("Expected held-out sequences with at least one token, got none.", nameof(sequences));
    }

    private double Probability(IReadOnlyList<long> tokens, int t, long next)
    {
        var probability = 1.0 / VocabularySize;
        for (var length = 0; length < Order; length++)
        {
            if (!_tables[length].TryGetValue(KeyOf(tokens, t, length), out var counts)) break;
            probability = (Math.Max(counts[next] - Discount, 0) + Discount * counts.Types * probability) / counts.Total;
        }

        return probability;
    }

    // The longest context counts every occurrence. A shorter one counts an n-gram when it is new in the next longer context,
    // that is, once for each different token that stood before it.
    private void Count(IReadOnlyList<long> sequence, int t)
    {
        var next = sequence[t];
        if (next < 0 || next >= VocabularySize)
        {
            throw new ArgumentException(
                $"Expected token ids from 0 to {VocabularySize - 1}, got {next}. Is this the vocabulary the text was encoded with?",
                nameof(sequence));
        }

        for (var length = Order - 1; length >= 0; length--)
        {
            var key = KeyOf(sequence, t, length);
            if (!_tables[length].TryGetValue(key, out var counts)) _tables[length][key] = counts = new NgramCounts();
            if (!counts.Add(next)) break;
        }
    }

    // The last `length` tokens before position t; the begin mark stands before the first token.
    private static (long Older, long Newer) KeyOf(IReadOnlyList<long> tokens, int t, int length)
    {
        return (length > 1 ? At(t - 2) : Absent, length > 0 ? At(t - 1) : Absent);

        long At(int index) => index < 0 ? Vocabulary.BeginId : tokens[index];
    }
}
