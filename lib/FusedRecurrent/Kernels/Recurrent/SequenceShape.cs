namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// How many sequences are still running at each time step. They are sorted by length, longest first, so step t has rows 0 … BatchAt(t) −
/// 1.
/// </summary>
internal sealed class SequenceShape
{
    private readonly int[]? _batchSizes;
    private readonly long[]? _firstRows;

    private SequenceShape(int steps, int batch, long rows, int[]? batchSizes, long[]? firstRows)
    {
        Steps = steps;
        Batch = batch;
        Rows = rows;
        _batchSizes = batchSizes;
        _firstRows = firstRows;
    }

    internal int Steps { get; }

    /// <summary>The number of sequences.</summary>
    internal int Batch { get; }

    /// <summary>Rows of all steps together.</summary>
    internal long Rows { get; }

    /// <summary>Whether every sequence has the same length.</summary>
    internal bool IsUniform => _batchSizes == null;

    internal static SequenceShape Uniform(long steps, long batch) =>
        new(checked((int)steps), checked((int)batch), steps * batch, null, null);

    /// <summary>From the batch sizes of a packed sequence: positive and never rising.</summary>
    internal static SequenceShape Packed(ReadOnlySpan<long> batchSizes)
    {
        var sizes = new int[batchSizes.Length];
        var firstRows = new long[batchSizes.Length];
        long rows = 0;
        for (int t = 0; t < sizes.Length; t++)
        {
            sizes[t] = checked((int)batchSizes[t]);
            firstRows[t] = rows;
            rows += sizes[t];
        }

        return new(sizes.Length, sizes.Length == 0 ? 0 : sizes[0], rows, sizes, firstRows);
    }

    internal int BatchAt(int step) => _batchSizes == null ? Batch : _batchSizes[step];

    /// <summary>How many rows the steps before this one hold.</summary>
    internal long FirstRow(int step) => _firstRows == null ? (long)step * Batch : _firstRows[step];
}
