namespace LstmCourse.Evaluation;

/// <summary>
/// BLEU, by which translations are compared with references (Papineni, Roukos, Ward and Zhu, 2002): the geometric mean of the shares of
/// words, pairs, triples and quadruples of words that also stand in the reference, times a penalty for what is too short.
/// </summary>
public static class Bleu
{
    /// <summary>The longest n-grams that count.</summary>
    public const int MaxOrder = 4;

    /// <summary>BLEU of a whole set of translations, each with one reference. The counts of all sentences are summed first.</summary>
    /// <param name="translations">The translations as words.</param>
    /// <param name="references">What they should say, one for each.</param>
    /// <exception cref="ArgumentException">There are none, or not as many references as translations.</exception>
    public static BleuScore Corpus(IReadOnlyList<IReadOnlyList<string>> translations, IReadOnlyList<IReadOnlyList<string>> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        return Corpus(translations, [.. references.Select(reference => (IReadOnlyList<IReadOnlyList<string>>)[reference])]);
    }

    /// <summary>BLEU where a translation may have several references.</summary>
    /// <param name="translations">The translations as words.</param>
    /// <param name="references">For each translation its references, at least one.</param>
    /// <exception cref="ArgumentException">There are none, or not as many references as translations.</exception>
    public static BleuScore Corpus(
        IReadOnlyList<IReadOnlyList<string>> translations, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> references)
    {
        ArgumentNullException.ThrowIfNull(translations);
        ArgumentNullException.ThrowIfNull(references);
        if (translations.Count == 0 || translations.Count != references.Count)
        {
            throw new ArgumentException(
                $"Expected at least one translation and references for each, got {translations.Count} and {references.Count}.");
        }

        var (matches, totals) = (new long[MaxOrder], new long[MaxOrder]);
        var (length, referenceLength) = (0L, 0L);
        foreach (var (translation, its) in translations.Zip(references))
        {
            length += translation.Count;
            // The nearest length; of two equally near the shorter.
            referenceLength += its.Select(one => one.Count).OrderBy(n => Math.Abs(n - translation.Count)).ThenBy(n => n).First();
            for (var order = 1; order <= MaxOrder; order++)
            {
                var (match, total) = Matches(translation, its, order);
                matches[order - 1] += match;
                totals[order - 1] += total;
            }
        }

        return new BleuScore(matches, totals, length, referenceLength);
    }

    /// <summary>
    /// How many n-grams of a translation stand in a reference, and how many it has. One that is repeated counts at most as often as it
    /// stands in that reference which has it most often (clipping).
    /// </summary>
    /// <param name="translation">The translation as words.</param>
    /// <param name="references">Its references.</param>
    /// <param name="order">The length n of the n-grams, at least 1.</param>
    public static (long Matches, long Total) Matches(
        IReadOnlyList<string> translation, IReadOnlyList<IReadOnlyList<string>> references, int order)
    {
        ArgumentNullException.ThrowIfNull(translation);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        var allowed = references.Select(reference => Counts(reference, order)).ToArray();
        var matches = Counts(translation, order).Sum(gram => Math.Min(gram.Value, allowed.Max(one => one.GetValueOrDefault(gram.Key))));
        return (matches, Math.Max(0, translation.Count - order + 1));
    }

    private static Dictionary<string, long> Counts(IReadOnlyList<string> words, int order)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i + order <= words.Count; i++)
        {
            var gram = string.Join(' ', words.Skip(i).Take(order));
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }

        return counts;
    }
}
