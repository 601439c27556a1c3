namespace LstmCourse.Speech;

/// <summary>
/// From probabilities at every step to labels (Graves et al., "Connectionist temporal classification", 2006). A path names a class for each
/// step. Equal neighbours become one, then the blanks are taken out; many paths lead to the same labels.
/// </summary>
public static class CtcDecoder
{
    /// <summary>The class that stands for no label.</summary>
    public const int Blank = 0;

    /// <summary>The labels of a path: first equal neighbours become one, then the blanks go.</summary>
    /// <param name="path">A class for each step.</param>
    public static int[] Collapse(IReadOnlyList<int> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return [.. path.Where((label, step) => label != Blank && (step == 0 || label != path[step - 1]))];
    }

    /// <summary>The labels of the most probable path.</summary>
    /// <param name="logProbabilities">(step, class): natural logarithms.</param>
    public static int[] Greedy(IReadOnlyList<IReadOnlyList<float>> logProbabilities)
    {
        ArgumentNullException.ThrowIfNull(logProbabilities);
        return Collapse([.. logProbabilities.Select(Largest)]);
    }

    /// <summary>
    /// The most probable labels that a search with a few prefixes finds. A prefix has the probability of all its paths so far, kept apart
    /// by whether the path ends in a blank, because a repeated label makes a new one only after a blank.
    /// </summary>
    /// <param name="logProbabilities">(step, class): natural logarithms.</param>
    /// <param name="width">How many prefixes are kept after each step, at least 1.</param>
    /// <returns>The labels, and the logarithm of the probability of the paths to them that were followed.</returns>
    public static (int[] Labels, double LogProbability) PrefixBeam(IReadOnlyList<IReadOnlyList<float>> logProbabilities, int width = 10)
    {
        ArgumentNullException.ThrowIfNull(logProbabilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        List<CtcPrefix> beam = [CtcPrefix.Empty];
        foreach (var step in logProbabilities)
        {
            var next = new Dictionary<string, CtcPrefix>(StringComparer.Ordinal);
            foreach (var prefix in beam) prefix.Extend(step, next);
            beam = [.. next.Values.OrderByDescending(prefix => prefix.Total).ThenBy(prefix => prefix.Key, StringComparer.Ordinal)
                .Take(width)];
        }

        return ([.. beam[0].Labels], beam[0].Total);
    }

    private static int Largest(IReadOnlyList<float> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Count; label++)
        {
            if (scores[label] > scores[best]) best = label;
        }

        return best;
    }
}
