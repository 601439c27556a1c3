namespace LstmCourse.Speech;

/// <summary>How far what was understood is from what was said.</summary>
public static class LabelErrors
{
    /// <summary>The edit distance (Levenshtein): the fewest insertions, deletions and replacements that make one sequence of the
    /// other.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="understood">What was understood.</param>
    public static int Distance(IReadOnlyList<int> said, IReadOnlyList<int> understood)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(understood);
        // row[j]: from the first labels of what was said to the first j of what was understood.
        var row = Enumerable.Range(0, understood.Count + 1).ToArray();
        for (var i = 1; i <= said.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= understood.Count; j++)
            {
                var replaced = diagonal + (said[i - 1] == understood[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    /// <summary>The label error rate: all edits together, for each label that was said. It can exceed 1.</summary>
    /// <param name="pairs">What was said and what was understood, with at least one label said in all.</param>
    /// <exception cref="ArgumentException">No label was said.</exception>
    public static double Rate(IEnumerable<(IReadOnlyList<int> Said, IReadOnlyList<int> Understood)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var (edits, labels) = (0, 0);
        foreach (var (said, understood) in pairs) (edits, labels) = (edits + Distance(said, understood), labels + said.Count);
        return labels > 0
            ? (double)edits / labels
            : throw new ArgumentException("Expected at least one label that was said; got none.", nameof(pairs));
    }
}
