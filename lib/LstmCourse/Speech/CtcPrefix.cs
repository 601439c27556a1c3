namespace LstmCourse.Speech;

/// <summary>The first labels of an answer, with the probability of all paths that lead to them.</summary>
/// <param name="labels">The labels so far.</param>
internal sealed class CtcPrefix(int[] labels)
{
    private double _endsInBlank = double.NegativeInfinity, _endsInLabel = double.NegativeInfinity;

    /// <summary>Before the first step: no labels, probability 1.</summary>
    public static CtcPrefix Empty => new([]) { _endsInBlank = 0 };

    public IReadOnlyList<int> Labels => labels;

    /// <summary>Equal for equal labels, and different for different ones.</summary>
    public string Key { get; } = string.Join(' ', labels);

    /// <summary>The logarithm of the probability of all paths.</summary>
    public double Total => Add(_endsInBlank, _endsInLabel);

    /// <summary>Adds what this prefix becomes at the next step.</summary>
    public void Extend(IReadOnlyList<float> step, Dictionary<string, CtcPrefix> next)
    {
        var same = Find(next, labels);
        same._endsInBlank = Add(same._endsInBlank, Total + step[CtcDecoder.Blank]);
        for (var label = 0; label < step.Count; label++)
        {
            if (label == CtcDecoder.Blank) continue;
            var repeated = labels.Length > 0 && labels[^1] == label;
            if (repeated) same._endsInLabel = Add(same._endsInLabel, _endsInLabel + step[label]);
            var longer = Find(next, [.. labels, label]);
            longer._endsInLabel = Add(longer._endsInLabel, (repeated ? _endsInBlank : Total) + step[label]);
        }
    }

    private static CtcPrefix Find(Dictionary<string, CtcPrefix> prefixes, int[] labels)
    {
        var prefix = new CtcPrefix(labels);
        if (prefixes.TryGetValue(prefix.Key, out var known)) return known;
        return prefixes[prefix.Key] = prefix;
    }

    // log(eᵃ + eᵇ), where neither can overflow.
    private static double Add(double a, double b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
