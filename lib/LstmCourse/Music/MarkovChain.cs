using LstmCourse.Evaluation.Baselines;

namespace LstmCourse.Music;

/// <summary>
/// Predicts the next id from the last k by counting. What followed a context is mixed with what followed the context that is shorter by
/// one, and so on down to the uniform distribution:
/// <code>
/// P_k(x | context) = (count(context, x) + s · P_{k-1}(x | shorter context)) / (count(context) + s)
/// </code>
/// The strength s says how many observations the shorter context is worth. Source: MacKay and Bauman Peto, A hierarchical Dirichlet
/// language model, 1995.
/// </summary>
public sealed class MarkovChain
{
    private readonly Dictionary<string, NgramCounts>[] _counts;

    /// <summary>Counts what follows what.</summary>
    /// <param name="sequences">
    /// Rows of ids. The first id of a row is context only, and is not predicted; ids below 0 are neither.
    /// </param>
    /// <param name="order">How many ids a prediction looks back, 0 or more.</param>
    /// <param name="size">How many ids may be predicted, from 0 on.</param>
    /// <param name="strength">s, above 0.</param>
    public MarkovChain(IEnumerable<IReadOnlyList<long>> sequences, int order, int size, double strength)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (strength is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "Expected a strength of the smoothing above 0.");
        (Order, Size, Strength) = (order, size, strength);
        _counts = [.. Enumerable.Range(0, order + 1).Select(_ => new Dictionary<string, NgramCounts>())];
        foreach (var sequence in sequences)
            for (var t = 1; t < sequence.Count; t++) Count(sequence, t);
    }

    private MarkovChain(MarkovChain counted, double strength) =>
        (Order, Size, Strength, _counts) = (counted.Order, counted.Size, strength, counted._counts);

    /// <summary>How many ids a prediction looks back.</summary>
    public int Order { get; }

    /// <summary>How many ids may be predicted.</summary>
    public int Size { get; }

    /// <summary>How many observations the next shorter context is worth.</summary>
    public double Strength { get; }

    /// <summary>The chain with the strength that makes some rows most likely.</summary>
    /// <param name="sequences">Rows that the chain has not counted, to choose by.</param>
    /// <param name="strengths">The strengths to try, all above 0.</param>
    public MarkovChain WithBestStrength(IReadOnlyList<IReadOnlyList<long>> sequences, params ReadOnlySpan<double> strengths)
    {
        if (strengths.Length == 0) throw new ArgumentException("Expected strengths to try, got none.", nameof(strengths));
        var (best, least) = (this, double.PositiveInfinity);
        foreach (var strength in strengths)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(strength, nameof(strengths));
            var chain = new MarkovChain(this, strength);
            var negative = chain.NegativeLogLikelihood(sequences);
            if (negative < least) (best, least) = (chain, negative);
        }

        return best;
    }

    /// <summary>The probability of every id after a context; they sum to one.</summary>
    /// <param name="context">The ids so far, the newest last.</param>
    public double[] Distribution(IReadOnlyList<long> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. Enumerable.Range(0, Size).Select(id => Probability(context, context.Count, id))];
    }

    /// <summary>The sum of −ln P over all that is predicted in some rows: every id but the first of a row and those below 0.</summary>
    /// <param name="sequences">Rows of ids as in training.</param>
    public double NegativeLogLikelihood(IEnumerable<IReadOnlyList<long>> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var sum = 0.0;
        foreach (var sequence in sequences)
        {
            for (var t = 1; t < sequence.Count; t++)
                if (sequence[t] >= 0) sum -= Math.Log(Probability(sequence, t, sequence[t]));
        }

        return sum;
    }

    private double Probability(IReadOnlyList<long> ids, int t, long next)
    {
        var probability = 1.0 / Size;
        for (var length = 0; length <= Order && length <= t; length++)
        {
            if (!_counts[length].TryGetValue(KeyOf(ids, t, length), out var following)) break;
            probability = (following[next] + Strength * probability) / (following.Total + Strength);
        }

        return probability;
    }

    private void Count(IReadOnlyList<long> sequence, int t)
    {
        if (sequence[t] < 0) return;
        if (sequence[t] >= Size)
            throw new ArgumentException($"Expected ids below {Size}, got {sequence[t]}.", nameof(sequence));
        for (var length = 0; length <= Order && length <= t; length++)
        {
            var key = KeyOf(sequence, t, length);
            if (!_counts[length].TryGetValue(key, out var following)) _counts[length][key] = following = new();
            following.Add(sequence[t]);
        }
    }

    // The `length` ids before place t.
    private static string KeyOf(IReadOnlyList<long> ids, int t, int length) =>
        string.Join(' ', Enumerable.Range(t - length, length).Select(i => ids[i]));
}
