using System.Numerics;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>
/// Where a training forward pass leaves what its backward pass needs: for each row the activated gates (Saved·H numbers), and behind all
/// of them for each row the cell state (H numbers, LSTM only). The memory is the caller's.
/// </summary>
internal readonly unsafe struct LayerTape<T>(LayerShape layer, SequenceShape sequence, T* memory)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The activated gates of each row.</summary>
    internal T* Gates { get; } = memory;

    /// <summary>The cell state after each row.</summary>
    internal T* Cells { get; } = memory + (sequence.Rows * layer.Cell.Saved() * layer.HiddenSize);

    /// <summary>How many numbers a tape takes.</summary>
    internal static long Size(LayerShape layer, SequenceShape sequence) =>
        sequence.Rows * layer.HiddenSize * (layer.Cell.Saved() + (layer.Cell == CellKind.Lstm ? 1 : 0));
}
