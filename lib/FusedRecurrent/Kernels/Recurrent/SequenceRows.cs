namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// Where the rows of a sequence lie in memory: row (t, b) at Data + t·StepStride + b·RowStride, or packed one step behind the other.
/// Covers time-first, batch-first and packed layouts, and one direction's half of a bidirectional output.
/// </summary>
internal readonly unsafe struct SequenceRows<T>
    where T : unmanaged
{
    private const long OneBehindTheOther = -1;

    private SequenceRows(T* data, long stepStride, long rowStride)
    {
        Data = data;
        StepStride = stepStride;
        RowStride = rowStride;
    }

    /// <summary>The first element of row (0, 0), or null where there is nothing.</summary>
    internal T* Data { get; }

    internal long RowStride { get; }

    private long StepStride { get; }

    /// <summary>Strides in elements: of [T, B, ·] these are those of dimensions 0 and 1, of [B, T, ·] those of 1 and 0.</summary>
    internal static SequenceRows<T> Strided(T* data, long stepStride, long rowStride) => new(data, stepStride, rowStride);

    /// <summary>The rows of step t directly behind those of step t − 1, as in a packed sequence.</summary>
    internal static SequenceRows<T> Packed(T* data, long rowStride) => new(data, OneBehindTheOther, rowStride);

    /// <summary>From row (t, b) to row (t + 1, b), for sequences of one length.</summary>
    internal long StepBetween(SequenceShape shape) => StepStride == OneBehindTheOther ? shape.Batch * RowStride : StepStride;

    /// <summary>Row (t, 0).</summary>
    internal T* At(SequenceShape shape, int step) =>
        Data + (StepStride == OneBehindTheOther ? shape.FirstRow(step) * RowStride : step * StepStride);
}
