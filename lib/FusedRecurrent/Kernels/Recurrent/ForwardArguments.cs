using System.Numerics;

namespace FusedRecurrent.Kernels.Recurrent;

/// <summary>What <see cref="RecurrentLayer.Forward"/> was given.</summary>
internal sealed unsafe class ForwardArguments<T>(
    LayerShape layer, SequenceShape sequence, LayerWeights<T> weights, SequenceRows<T> x, T* h0, T* c0, SequenceRows<T> y, T* hN, T* cN)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal LayerShape Layer => layer;

    internal SequenceShape Sequence => sequence;

    internal LayerWeights<T> Weights => weights;

    internal SequenceRows<T> Input => x;

    internal T* InitialHidden => h0;

    internal T* InitialCell => c0;

    internal SequenceRows<T> Output => y;

    internal T* LastHidden => hN;

    internal T* LastCell => cN;

    /// <summary>The time step that is the s-th to be run.</summary>
    internal int Step(int s) => layer.Reverse ? sequence.Steps - 1 - s : s;

    /// <summary>h of a row after step <paramref name="before"/>, or where that is −1 at its beginning, which may be null or zero.</summary>
    internal T* OldHidden(int before, int row, T* zero) =>
        before >= 0 ? Output.At(sequence, before) + (row * Output.RowStride)
        : InitialHidden == null ? zero
        : InitialHidden + ((long)row * layer.HiddenSize);
}
