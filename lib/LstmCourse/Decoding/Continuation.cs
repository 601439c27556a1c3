namespace LstmCourse.Decoding;

/// <summary>Generated tokens, with what the model thought of each.</summary>
/// <param name="Tokens">The new tokens, without the prompt.</param>
/// <param name="LogProbabilities">The model's log-probability of each token (natural logarithm), before any temperature or cut.</param>
public sealed record Continuation(IReadOnlyList<long> Tokens, IReadOnlyList<double> LogProbabilities)
{
    /// <summary>The log-probability of the whole continuation: the sum over its tokens.</summary>
    public double LogProbability => LogProbabilities.Sum();

    /// <summary>The log-probability of a token on average, by which continuations of different length compare; 0 for none.</summary>
    public double MeanLogProbability => Tokens.Count == 0 ? 0 : LogProbability / Tokens.Count;

    /// <summary>The continuation with one token more.</summary>
    public Continuation Then(long token, double logProbability) => new([.. Tokens, token], [.. LogProbabilities, logProbability]);

    /// <summary>The empty continuation.</summary>
    public static Continuation Empty { get; } = new([], []);
}
