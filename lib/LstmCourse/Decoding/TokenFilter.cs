namespace LstmCourse.Decoding;

/// <summary>Reshapes a distribution before a token is drawn from it.</summary>
public static class TokenFilter
{
    /// <summary>Applies a temperature, keeps the most probable tokens, and makes what is left sum to one.</summary>
    /// <param name="logProbabilities">The model's log-probability of each token.</param>
    /// <param name="temperature">Above 0; log-probabilities are divided by it.</param>
    /// <param name="topK">Keeps at most so many tokens; null keeps all.</param>
    /// <param name="topP">Keeps the fewest tokens whose probabilities reach this sum; 1 keeps all.</param>
    /// <returns>The tokens left with their probabilities, the most probable first; equals in the order of their ids. Never empty.</returns>
    public static IReadOnlyList<(int Token, double Probability)> Keep(IReadOnlyList<double> logProbabilities, double temperature = 1,
        int? topK = null, double topP = 1)
    {
        ArgumentNullException.ThrowIfNull(logProbabilities);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);

        var largest = logProbabilities.Max();
        (int Token, double Weight)[] ranked =
        [
            .. logProbabilities.Select((p, token) => (Token: token, Weight: Math.Exp((p - largest) / temperature)))
                .Where(entry => entry.Weight > 0)
                .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Token)
                .Take(topK ?? int.MaxValue),
        ];

        var total = ranked.Sum(entry => entry.Weight);
        var (kept, sum) = (0, 0.0);
        while (kept < ranked.Length && (kept == 0 || sum < topP * total)) sum += ranked[kept++].Weight;
        return [.. ranked.Take(kept).Select(entry => (entry.Token, entry.Weight / sum))];
    }
}
