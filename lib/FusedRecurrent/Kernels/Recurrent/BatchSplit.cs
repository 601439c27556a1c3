using FusedRecurrent.Kernels.Threads;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// How a layer's sequences are cut into groups. The cut depends on the shapes alone: each group sums its own weight gradients, and the
/// groups' sums are added in order, so that the number of threads does not show.
/// </summary>
internal readonly struct BatchSplit
{
    private const int RowsPerGroup = 8;
    private const int MaxGroups = 16;

    /// <summary>Multiplications of a forward pass that are worth a thread.</summary>
    private const double ThreadGrain = 1 << 18;

    private readonly SequenceShape _sequence;

    internal BatchSplit(LayerShape layer, SequenceShape sequence)
    {
        _sequence = sequence;
        Groups = Math.Clamp(sequence.Batch / RowsPerGroup, 1, MaxGroups);
        double work = (double)sequence.Rows * layer.GateRows * (layer.InputSize + layer.HiddenSize);
        Threads = (int)Math.Clamp(work / ThreadGrain, 1, Math.Min(Groups, Workers.Threads));
    }

    internal int Groups { get; }

    internal int Threads { get; }

    /// <summary>The sequences of a group.</summary>
    internal (int From, int To) Rows(int group) =>
        ((int)((long)_sequence.Batch * group / Groups), (int)((long)_sequence.Batch * (group + 1) / Groups));

    /// <summary>The groups of a team's member: about equal numbers of time steps for each.</summary>
    internal (int From, int To) Share(TeamMember member) => (Boundary(member.Rank, member.Size), Boundary(member.Rank + 1, member.Size));

    private int Boundary(int rank, int size)
    {
        if (rank == 0 || rank == size || _sequence.IsUniform)
        {
            return (int)((long)Groups * rank / size);
        }

        // Sorted by length, the first sequences are the longest: count rows, not sequences.
        long wanted = _sequence.Rows * rank / size, seen = 0;
        int group = 0;
        while (group < Groups && seen < wanted)
        {
            var (from, to) = Rows(group++);
            for (int t = 0; t < _sequence.Steps; t++)
            {
                seen += Math.Clamp(_sequence.BatchAt(t) - from, 0, to - from);
            }
        }

        return group;
    }
}
