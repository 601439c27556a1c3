using LstmCourse.Data;

namespace LstmCourse.Series.Anomalies;

/// <summary>Lays faults into a series so that good steps lie around each.</summary>
internal static class FaultPlaces
{
    /// <summary>One fault after the other, in the order given; what is left of the series is shared out among the gaps at random.</summary>
    /// <exception cref="ArgumentException">The series is too short.</exception>
    public static Fault<TKind>[] Draw<TKind>(
        IReadOnlyList<TKind> kinds, Func<TKind, int> length, int steps, int gap, SeededRandom random) where TKind : struct, Enum
    {
        int[] lengths = [.. kinds.Select(length)];
        var slack = steps - lengths.Sum() - gap * (kinds.Count + 1);
        if (slack < 0)
        {
            throw new ArgumentException(
                $"{kinds.Count} faults with {gap} good steps around each take {steps - slack} steps; there are {steps}. Take fewer "
                    + "faults, a smaller gap, or a longer series.", nameof(steps));
        }

        int[] cuts = [.. kinds.Select(_ => random.Between(0, slack)).Order()];
        var faults = new Fault<TKind>[kinds.Count];
        var before = 0;
        for (var i = 0; i < faults.Length; i++)
        {
            faults[i] = new(kinds[i], cuts[i] + before + gap, lengths[i]);
            before += gap + lengths[i];
        }

        return faults;
    }
}
