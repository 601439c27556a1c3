namespace LstmCourse.Evaluation.Baselines;

/// <summary>
/// Translates each word by itself, in the order of the source, with a dictionary learned from sentence pairs: IBM model 1 (Brown et al.,
/// 1993), in which every word of the target comes from some word of the source, or from none, and which learns by expectation maximisation
/// which from which.
/// </summary>
public sealed class WordByWord
{
    // Words of the target may come from this one.
    private const string None = "";

    private readonly Dictionary<string, Dictionary<string, double>> _probabilities;
    private readonly Dictionary<string, string> _best;

    private WordByWord(Dictionary<string, Dictionary<string, double>> probabilities)
    {
        _probabilities = probabilities;
        _best = probabilities.Where(word => word.Key.Length > 0).ToDictionary(
            word => word.Key,
            word => word.Value.OrderByDescending(other => other.Value).ThenBy(other => other.Key, StringComparer.Ordinal).First().Key,
            StringComparer.Ordinal);
    }

    /// <summary>Learns the dictionary.</summary>
    /// <param name="pairs">Sentence pairs as words; those to learn from only.</param>
    /// <param name="rounds">How often probabilities and counts are made of each other, at least 1.</param>
    public static WordByWord Fit(IReadOnlyList<(string[] Source, string[] Target)> pairs, int rounds = 6)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        if (pairs.Count == 0) throw new ArgumentException("Expected at least one sentence pair, got none.", nameof(pairs));
        (string[] Source, string[] Target)[] all = [.. pairs.Select(pair => ((string[])[None, .. pair.Source], pair.Target))];

        // To begin with, all words that ever meet are equally probable.
        var t = Normalized(Counts(all, (_, _) => 1));
        for (var round = 0; round < rounds; round++)
        {
            var now = t;
            t = Normalized(Counts(all, (source, target) => now[source][target]));
        }

        return new WordByWord(t);
    }

    /// <summary>How probable a word of the target is, given a word of the source; 0 where the two never met.</summary>
    public double Probability(string source, string target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return _probabilities.TryGetValue(source, out var words) ? words.GetValueOrDefault(target) : 0;
    }

    /// <summary>Puts the likeliest word in the place of each. A word that was never seen stays as it is.</summary>
    public string[] Translate(IEnumerable<string> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Select(word => _best.GetValueOrDefault(word, word))];
    }

    // Each word of a target is shared among the words of its source, by how much they speak for it.
    private static Dictionary<string, Dictionary<string, double>> Counts(
        (string[] Source, string[] Target)[] pairs, Func<string, string, double> weight)
    {
        var counts = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (source, target) in pairs)
        {
            foreach (var word in target)
            {
                var total = source.Sum(from => weight(from, word));
                foreach (var from in source)
                {
                    if (!counts.TryGetValue(from, out var words)) counts[from] = words = new(StringComparer.Ordinal);
                    words[word] = words.GetValueOrDefault(word) + (weight(from, word) / total);
                }
            }
        }

        return counts;
    }

    private static Dictionary<string, Dictionary<string, double>> Normalized(Dictionary<string, Dictionary<string, double>> counts)
    {
        foreach (var words in counts.Values)
        {
            var total = words.Values.Sum();
            foreach (var word in words.Keys.ToArray()) words[word] /= total;
        }

        return counts;
    }
}
